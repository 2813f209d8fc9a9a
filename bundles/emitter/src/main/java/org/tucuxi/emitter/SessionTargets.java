package org.tucuxi.emitter;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Filter;
import org.tucuxi.event.EmitterFactory;

/**
 * The sessions that a handler component is for. One match is enough.
 *
 * @param names names of sessions
 * @param filters filters over the properties of sessions
 */
record SessionTargets(List<String> names, List<Filter> filters) {

    static final SessionTargets ALL = new SessionTargets(List.of(), List.of());

    boolean select(Map<String, Object> session) {
        if (names.isEmpty() && filters.isEmpty()) {
            return true;
        }
        Object name = session.get(EmitterFactory.SESSION_NAME);
        if (name != null && names.contains(name.toString())) {
            return true;
        }
        return !filters.isEmpty() && matchesFilter(session);
    }

    private boolean matchesFilter(Map<String, Object> session) {
        Dictionary<String, Object> properties = new Hashtable<>();
        session.forEach((key, value) -> {
            if (value != null) {
                properties.put(key, value);
            }
        });
        return filters.stream().anyMatch(filter -> filter.match(properties));
    }
}
