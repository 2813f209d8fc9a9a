package org.tucuxi.protocols.result;

import java.util.LinkedHashMap;
import java.util.Map;

/** What unions have in common in all formats: one member, which may be newer than the model. */
public final class Union {

    private Union() {
    }

    /**
     * Says what is wrong with a union that has not exactly one member.
     *
     * @param name the name of the shape
     * @param count how many members came, known or not
     * @return the problem, for a fault; null when there is none
     */
    public static String problem(String name, int count) {
        return count == 1 ? null : "expected exactly one member of the union " + name + ", got " + count;
    }

    /**
     * What the reference gives for a member that is newer than the model.
     *
     * @param tag the member's name
     * @return a new map
     */
    public static Map<String, Object> unknownMember(String tag) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("name", tag);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("SDK_UNKNOWN_MEMBER", name);
        return result;
    }
}
