package org.tucuxi.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.tucuxi.Session;
import org.tucuxi.event.RegisteredHandler;

/** The handlers that code has registered on sessions, Tucuxi's own among them: one row for all sessions that have it. */
final class RegisteredHandlers {

    private RegisteredHandlers() {
    }

    static List<Object[]> of(List<Session> sessions, String filter) {
        Map<List<Object>, List<String>> rows = new LinkedHashMap<>();
        for (Session session : sessions) {
            for (RegisteredHandler handler : session.events().registered()) {
                rows.computeIfAbsent(cells(handler), cells -> new ArrayList<>()).add(session.name());
            }
        }
        List<Object[]> result = new ArrayList<>();
        rows.forEach((cells, names) -> {
            String text = cells.get(0) + " " + cells.get(1) + ' ' + cells.get(2);
            if (filter == null || text.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT))) {
                result.add(new Object[] {cells.get(0), cells.get(1), cells.get(2), cells.get(3), null,
                    String.join(" ", names), "registered by code"});
            }
        });
        return result;
    }

    private static List<Object> cells(RegisteredHandler handler) {
        Class<?> type = handler.handler().getClass();
        Bundle bundle = FrameworkUtil.getBundle(type);
        String name = handler.uniqueId() != null ? handler.uniqueId() : plain(type.getName());
        return List.of(name, bundle == null ? "-" : bundle.getBundleId() + " " + bundle.getSymbolicName() + '/'
                + bundle.getVersion(), handler.name(), handler.section());
    }

    /** A lambda is called after the class that it stands in. */
    private static String plain(String name) {
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }
}
