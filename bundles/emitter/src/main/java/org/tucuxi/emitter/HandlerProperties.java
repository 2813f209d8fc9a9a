package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Section;

/** Reads the service properties of a handler component. */
final class HandlerProperties {

    private final Map<String, Object> properties;

    HandlerProperties(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** What is wrong with a handler component, and what would be right. */
    static final class Mistake extends Exception {

        Mistake(String message) {
            super(message);
        }
    }

    long serviceId() {
        return properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0;
    }

    /** OSGi takes a ranking of another type for 0. */
    int ranking() {
        return properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    List<String> patterns() throws Mistake {
        List<String> patterns = texts(EventHandler.EVENT_PATTERN);
        if (patterns.isEmpty()) {
            throw new Mistake("it has no service property " + EventHandler.EVENT_PATTERN
                    + "; annotate it with @EventPattern(\"before-call.s3\") or set the property");
        }
        return patterns;
    }

    Section section() throws Mistake {
        Object order = properties.get(EventHandler.EVENT_ORDER);
        if (order == null) {
            return Section.MIDDLE;
        }
        for (Section section : Section.values()) {
            if (section == order || section.name().equals(order)) {
                return section;
            }
        }
        throw new Mistake("its " + EventHandler.EVENT_ORDER + " is " + shown(order)
                + "; it must be FIRST, MIDDLE or LAST");
    }

    List<String> targetTexts() throws Mistake {
        return texts(EventHandler.SESSION_TARGET);
    }

    SessionTargets targets() throws Mistake {
        List<String> names = new ArrayList<>();
        List<Filter> filters = new ArrayList<>();
        for (String target : targetTexts()) {
            if (target.isBlank()) {
                throw new Mistake("its " + EventHandler.SESSION_TARGET
                        + " is blank; name a session, or leave the property out to handle all of them");
            }
            if (target.startsWith("(")) {
                filters.add(filter(target));
            } else {
                names.add(target);
            }
        }
        return new SessionTargets(List.copyOf(names), List.copyOf(filters));
    }

    private static Filter filter(String target) throws Mistake {
        try {
            return FrameworkUtil.createFilter(target);
        } catch (InvalidSyntaxException e) {
            throw new Mistake("its " + EventHandler.SESSION_TARGET + " \"" + target + "\" is not a valid filter ("
                    + e.getMessage() + "); write it like (session.region=eu-west-1)");
        }
    }

    /** DS hands over a String for one value and a String[] for several; other registrants may use a collection. */
    private List<String> texts(String property) throws Mistake {
        Object value = properties.get(property);
        if (value == null) {
            return List.of();
        }
        Collection<?> values = value instanceof Object[] array ? Arrays.asList(array)
                : value instanceof Collection<?> collection ? collection : List.of(value);
        List<String> texts = new ArrayList<>(values.size());
        for (Object one : values) {
            if (!(one instanceof String text)) {
                throw new Mistake("its " + property + " holds " + shown(one) + "; it must be a String, a String[] or a "
                        + "collection of String");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    private static String shown(Object value) {
        return value instanceof String ? "\"" + value + "\""
                : value == null ? "null" : value + " (" + value.getClass().getName() + ")";
    }
}
