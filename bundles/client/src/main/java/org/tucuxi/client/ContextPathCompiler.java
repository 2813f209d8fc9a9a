package org.tucuxi.client;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.model.ModelException;

/** Compiles the text of a {@link ContextPath}. */
final class ContextPathCompiler {

    private static final ContextPath CURRENT = new ContextPath.Current();
    /** Far more than any model has, and little enough for any stack. */
    /** So much of a path fits into a message. */
    private static final int SHOWN = 80;
    private static final int LONGEST = 2000;
    private static final int DEEPEST = 50;

    private final String text;
    private final String place;
    private int pos;
    private int depth;

    private ContextPathCompiler(String text, String place) {
        this.text = text;
        this.place = place;
    }

    /**
     * Compiles a path.
     *
     * @param text the path
     * @param place where in the model it is, for messages
     */
    static ContextPath compile(String text, String place) {
        ContextPathCompiler compiler = new ContextPathCompiler(text, place);
        if (text.length() > LONGEST) {
            throw compiler.wrong("a path of at most " + LONGEST + " characters");
        }
        ContextPath path = compiler.path();
        if (compiler.pos < text.length()) {
            throw compiler.wrong("the end");
        }
        return path;
    }

    /** All up to the end, a comma or a closing bracket. */
    private ContextPath path() {
        if (++depth > DEEPEST) {
            throw wrong("less nesting");
        }
        ContextPath path = startsWith("[*]") || startsWith("[]") ? CURRENT : step(CURRENT);
        path = steps(path);
        while (take("[]")) {
            // flattening ends the projections before it and begins one of its own
            path = steps(new ContextPath.Each(new ContextPath.Flat(path), rest()));
        }
        depth--;
        return path;
    }

    private ContextPath steps(ContextPath owner) {
        ContextPath path = owner;
        while (true) {
            if (take("[*]")) {
                path = new ContextPath.Each(path, rest());
                continue;
            }
            if (!take(".")) {
                return path;
            }
            path = step(path);
        }
    }

    /** What is done with each item. A list of paths that comes first is all of it, as in the reference's JMESPath. */
    private ContextPath rest() {
        if (++depth > DEEPEST) {
            throw wrong("less nesting");
        }
        ContextPath rest;
        if (take(".")) {
            boolean isList = startsWith("[");
            ContextPath first = step(CURRENT);
            rest = isList ? first : steps(first);
        } else {
            rest = steps(CURRENT);
        }
        depth--;
        return rest;
    }

    /** A name, {@code keys(path)} or {@code [path, path]}. */
    private ContextPath step(ContextPath owner) {
        if (take("[")) {
            List<ContextPath> paths = new ArrayList<>();
            do {
                paths.add(path());
            } while (take(","));
            expect("]");
            return new ContextPath.Several(owner, List.copyOf(paths));
        }
        String name = name();
        if (!take("(")) {
            return new ContextPath.Field(owner, name);
        }
        if (!name.equals("keys")) {
            throw wrong("keys, the only function that is allowed, in the place of " + name);
        }
        ContextPath map = path();
        expect(")");
        return new ContextPath.Keys(owner, map);
    }

    private String name() {
        skip();
        int start = pos;
        while (pos < text.length() && isNamePart(text.charAt(pos), pos > start)) {
            pos++;
        }
        if (pos == start) {
            throw wrong("a name, keys(…) or […, …]");
        }
        String name = text.substring(start, pos);
        skip();
        return name;
    }

    private static boolean isNamePart(char c, boolean isInside) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isInside && c >= '0' && c <= '9';
    }

    private boolean startsWith(String token) {
        skip();
        return text.startsWith(token, pos);
    }

    private boolean take(String token) {
        if (!startsWith(token)) {
            return false;
        }
        pos += token.length();
        skip();
        return true;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw wrong(token);
        }
    }

    private void skip() {
        while (pos < text.length() && " \t\r\n".indexOf(text.charAt(pos)) >= 0) {
            pos++;
        }
    }

    private ModelException wrong(String expected) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
        return new ModelException(place + ": the path \"" + shown + "\" cannot be read at character " + (pos + 1)
                + "; expected " + expected + ". Names, [*], [], […, …] and keys(…) are allowed");
    }
}
