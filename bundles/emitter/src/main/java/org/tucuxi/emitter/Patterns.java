package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tucuxi.emitter.HandlerProperties.Mistake;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventCatalogue;
import org.tucuxi.event.EventHandler;

/** The patterns of handler components. They are checked strictly: nobody reads the return value of a deployment. */
final class Patterns {

    private Patterns() {
    }

    /**
     * The trie paths of a component's patterns, each once.
     *
     * @param taken the event class that the handler takes, null when it does not tell
     * @throws Mistake when one of them is malformed or does not fit the handler; then none is bound
     */
    static List<String[]> paths(List<String> patterns, Class<?> taken) throws Mistake {
        Set<String> names = new LinkedHashSet<>();
        for (String pattern : patterns) {
            requireWellFormed(pattern);
            String name = Aliases.apply(pattern);
            requireFit(pattern, Names.parts(name)[0], taken);
            names.add(name);
        }
        List<String[]> paths = new ArrayList<>(names.size());
        for (String name : names) {
            paths.add(Names.parts(name));
        }
        return List.copyOf(paths);
    }

    private static void requireWellFormed(String pattern) throws Mistake {
        String mistake = null;
        if (pattern.isBlank()) {
            mistake = "is empty";
        } else if (pattern.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            mistake = "contains white space";
        } else {
            for (String part : Names.parts(pattern)) {
                mistake = part.isEmpty() ? "has an empty part" : mistake;
            }
        }
        if (mistake != null) {
            throw new Mistake("its " + EventHandler.EVENT_PATTERN + " \"" + pattern + "\" " + mistake
                    + "; write parts separated by single dots, like before-call.s3.ListBuckets "
                    + "or before-call.*.ListBuckets");
        }
    }

    private static void requireFit(String pattern, String firstPart, Class<?> taken) throws Mistake {
        boolean any = firstPart.equals(Names.WILDCARD);
        Class<?> emitted = any ? Event.class : EventCatalogue.eventClass(firstPart);
        if (taken == null || taken.isAssignableFrom(emitted)) {
            return;
        }
        throw new Mistake("it takes " + taken.getSimpleName() + ", but "
                + (any ? "events of every class match" : "the events are " + emitted.getSimpleName() + " for")
                + " its " + EventHandler.EVENT_PATTERN + " \"" + pattern + "\"; implement EventHandler<"
                + (any ? "Event<Object>, Object" : emitted.getSimpleName() + ", …")
                + "> or name the events that it takes in the pattern");
    }

    /** Whether a part has a star and is not one: such a part is compared literally, and no event has it. */
    static boolean neverMatches(String pattern) {
        return !withWholeStars(pattern).equals(pattern);
    }

    /** The pattern with those parts made wildcards. */
    static String withWholeStars(String pattern) {
        String[] parts = Names.parts(pattern);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].contains(Names.WILDCARD) ? Names.WILDCARD : parts[i];
        }
        return String.join(".", parts);
    }
}
