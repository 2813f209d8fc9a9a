package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.event.Section;

/**
 * What the service properties of a handler component say, checked.
 *
 * @param info the description that others see; has the rejection when there is one
 * @param paths the parts of its patterns, after the alias table; empty when it is rejected
 * @param targets the sessions that it is for
 * @param isBuiltIn whether it is a part of Tucuxi, which sessions can do without
 */
record HandlerDescription(HandlerInfo info, List<String[]> paths, SessionTargets targets, boolean isBuiltIn) {

    boolean isBound() {
        return info.isBound();
    }

    /** The session's trie with the component at all its nodes, when it is for that session. */
    Node<Placement> placedIn(Node<Placement> live, HandlerComponent component, Map<String, Object> session) {
        Node<Placement> changed = live;
        boolean isWanted = !isBuiltIn || !Boolean.FALSE.equals(session.get(EmitterFactory.SESSION_BUILT_INS));
        if (isBound() && isWanted && targets.select(session)) {
            for (String[] path : paths) {
                changed = changed.plus(path, info.section(), placement(component), Placement.ORDER);
            }
        }
        return changed;
    }

    /** The trie without the component. */
    Node<Placement> removedFrom(Node<Placement> live, HandlerComponent component) {
        Node<Placement> changed = live;
        for (String[] path : paths) {
            changed = changed.minus(path, placement(component));
        }
        return changed;
    }

    private Placement placement(HandlerComponent component) {
        return new Placement(component, info.ranking(), info.serviceId());
    }

    /** Reads service properties. Never fails: what is wrong becomes the rejection. */
    static HandlerDescription of(HandlerService service) {
        Map<String, Object> properties = service.properties();
        HandlerProperties read = new HandlerProperties(properties);
        List<String> patterns = List.of();
        Section section = Section.MIDDLE;
        List<String> targetTexts = List.of();
        SessionTargets targets = SessionTargets.ALL;
        List<String[]> paths = List.of();
        String mistake = null;
        try {
            patterns = read.patterns();
            section = read.section();
            targetTexts = read.targetTexts();
            targets = read.targets();
            paths = Patterns.paths(patterns, EventTypes.taken(service.handler().getClass()));
        } catch (HandlerProperties.Mistake e) {
            mistake = "Handler " + component(service) + " of bundle " + service.bundle() + " is not bound: "
                    + e.getMessage();
        }
        HandlerInfo info = new HandlerInfo(component(service), service.bundleId(), service.bundle(), read.serviceId(),
                patterns, section, read.ranking(), targetTexts, mistake,
                mistake == null ? notes(patterns) : List.of());
        return new HandlerDescription(info, mistake == null ? paths : List.of(), targets,
                service.isBuiltIn());
    }

    private static List<String> notes(List<String> patterns) {
        List<String> notes = new ArrayList<>();
        for (String pattern : patterns) {
            if (Patterns.neverMatches(pattern)) {
                notes.add("The pattern \"" + pattern
                        + "\" never matches: a star is a wildcard only where it is a whole "
                        + "part, as in \"" + Patterns.withWholeStars(pattern) + "\"");
            }
        }
        return List.copyOf(notes);
    }

    private static String component(HandlerService service) {
        Object name = service.properties().get("component.name");
        return name instanceof String text && !text.isEmpty() ? text : service.handler().getClass().getName();
    }
}
