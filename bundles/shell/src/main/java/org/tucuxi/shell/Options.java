package org.tucuxi.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of a command, told apart: options with a value, flags, and the rest in their order. */
final class Options {

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<Object> rest = new ArrayList<>();
    private final String usage;

    private Options(String usage) {
        this.usage = usage;
    }

    /**
     * Tells arguments apart.
     *
     * @param usage what to show when they are wrong
     * @param valued the options that take a value
     * @param flags the options that do not
     * @param arguments what the shell passed: strings, and what its own literals made
     */
    static Options of(String usage, Set<String> valued, Set<String> flags, Object... arguments) {
        Options options = new Options(usage);
        for (int i = 0; i < arguments.length; i++) {
            String text = arguments[i] instanceof CharSequence sequence ? sequence.toString() : null;
            if (text == null || !text.startsWith("-") || text.length() == 1) {
                options.rest.add(arguments[i]);
            } else if (flags.contains(text)) {
                options.values.put(text, List.of());
            } else if (!valued.contains(text)) {
                throw options.wrong("Unknown option " + text);
            } else if (++i == arguments.length) {
                throw options.wrong("Option " + text + " needs a value");
            } else {
                options.values.computeIfAbsent(text, key -> new ArrayList<>()).add(String.valueOf(arguments[i]));
            }
        }
        return options;
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    String value(String option) {
        List<String> given = all(option);
        return given.isEmpty() ? null : given.get(given.size() - 1);
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    int count() {
        return rest.size();
    }

    Object object(int index) {
        return index < rest.size() ? rest.get(index) : null;
    }

    String text(int index) {
        Object value = object(index);
        return value == null ? null : value.toString();
    }

    void atMost(int count) {
        if (rest.size() > count) {
            throw wrong("Unexpected argument " + Texts.shorten(String.valueOf(rest.get(count)), 40));
        }
    }

    CommandFailure wrong(String problem) {
        return new CommandFailure(problem + ". Usage: " + usage);
    }
}
