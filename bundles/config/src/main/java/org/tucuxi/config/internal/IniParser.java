package org.tucuxi.config.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.config.ConfigParseException;

/**
 * Parses a profile file: sections of {@code key = value}, values over several lines, one level of nested blocks.
 *
 * <p>A comment must have a line of its own, because secret keys and ARNs may hold {@code #} and {@code ;}. One parser
 * parses one text.
 */
final class IniParser {

    /** A section of this name gives defaults to all others. Lower case is the profile. */
    private static final String DEFAULTS = "DEFAULT";

    private static final int LONGEST_LINE = 64 * 1024;

    /** Each default is a key of each section: a small file can mean very many of them. */
    private static final long MOST_DEFAULTED_KEYS = 1_000_000;

    private final String file;
    private final Map<String, Map<String, Value>> sections = new LinkedHashMap<>();
    private final Map<String, Value> defaults = new LinkedHashMap<>();

    private String sectionName;
    private Map<String, Value> section;
    private Value value;
    private int indent;
    private int number;

    private IniParser(String file) {
        this.file = file;
    }

    /**
     * Parses a text.
     *
     * @param file what errors call it
     * @param text the file's content; lines end with LF, CR LF or CR
     * @return for each section its keys; a value is a text, or a map for a nested block
     * @throws ConfigParseException names file and line
     */
    static Map<String, Map<String, Object>> parse(String file, String text) {
        IniParser parser = new IniParser(file);
        int start = 0;
        int length = text.length();
        while (start < length) {
            int end = start;
            while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            parser.line(text.substring(start, end));
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return parser.result();
    }

    private void line(String line) {
        number++;
        if (line.length() > LONGEST_LINE) {
            throw error(number, "the line has " + line.length() + " characters; at most " + LONGEST_LINE + " are read");
        }
        String text = Whitespace.strip(line);
        if (text.isEmpty()) {
            if (value != null) {
                value.lines.add("");
            }
            return;
        }
        char first = text.charAt(0);
        if (first == '#' || first == ';') {
            return;
        }
        int lineIndent = Whitespace.indent(line);
        if (value != null && lineIndent > indent) {
            value.lines.add(text);
            return;
        }
        indent = lineIndent;
        int bracket = first == '[' ? text.lastIndexOf(']') : -1;
        if (bracket > 1) {
            header(text.substring(1, bracket));
        } else {
            option(text);
        }
    }

    private void header(String name) {
        sectionName = name;
        value = null;
        if (DEFAULTS.equals(name)) {
            section = defaults;
            return;
        }
        section = new LinkedHashMap<>();
        if (sections.putIfAbsent(name, section) != null) {
            throw error(number, "section [" + name + "] is there twice; put all of its keys under one header");
        }
    }

    private void option(String text) {
        if (section == null) {
            throw error(number, "text before the first section; a file starts with a header such as [default]");
        }
        int at = delimiter(text);
        if (at < 0) {
            throw error(number, "a line without = in section [" + sectionName + "]; lines are key = value, and a line"
                    + " that goes on with the value above is indented");
        }
        String key = Whitespace.stripEnd(text.substring(0, at)).toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            throw error(number, "a value without a key in section [" + sectionName + "]; lines are key = value");
        }
        value = new Value(number, Whitespace.strip(text.substring(at + 1)));
        if (section.put(key, value) != null) {
            throw error(number, "key " + key + " is there twice in section [" + sectionName + "]; keep one of them");
        }
    }

    private static int delimiter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':') {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Map<String, Object>> result() {
        if ((long) defaults.size() * sections.size() > MOST_DEFAULTED_KEYS) {
            throw error(number, "section [" + DEFAULTS + "] gives " + defaults.size() + " keys to each of "
                    + sections.size() + " sections; at most " + MOST_DEFAULTED_KEYS + " keys are made so");
        }
        Map<String, Object> shared = new LinkedHashMap<>();
        defaults.forEach((key, found) -> shared.put(key, found(found)));
        Map<String, Map<String, Object>> result = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Value>> entry : sections.entrySet()) {
            Map<String, Object> values = new LinkedHashMap<>();
            entry.getValue().forEach((key, found) -> values.put(key, found(found)));
            shared.forEach(values::putIfAbsent);
            result.put(entry.getKey(), Collections.unmodifiableMap(values));
        }
        return Collections.unmodifiableMap(result);
    }

    private Object found(Value found) {
        String text = Whitespace.stripEnd(String.join("\n", found.lines));
        return text.startsWith("\n") ? nested(found) : text;
    }

    private Map<String, Object> nested(Value block) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String line : block.lines) {
            int start = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i == line.length() || Whitespace.endsLine(line.charAt(i))) {
                    nestedLine(Whitespace.strip(line.substring(start, i)), block, result);
                    start = i + 1;
                }
            }
        }
        return Collections.unmodifiableMap(result);
    }

    private void nestedLine(String line, Value block, Map<String, Object> result) {
        if (line.isEmpty()) {
            return;
        }
        int at = line.indexOf('=');
        if (at < 0) {
            throw error(block.line,
                    "a line without = in the block that starts here; the lines of a block are key = value");
        }
        result.put(Whitespace.stripEnd(line.substring(0, at)), Whitespace.strip(line.substring(at + 1)));
    }

    private ConfigParseException error(int line, String message) {
        return new ConfigParseException(file + ':' + line + ": " + Shown.of(message));
    }

    /** A value's lines, the first being what stands behind the delimiter. */
    private static final class Value {

        private final int line;
        private final List<String> lines = new ArrayList<>(1);

        private Value(int line, String first) {
            this.line = line;
            lines.add(first);
        }
    }
}
