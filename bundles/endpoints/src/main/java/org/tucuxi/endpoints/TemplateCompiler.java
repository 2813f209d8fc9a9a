package org.tucuxi.endpoints;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits texts with placeholders. A text is a template if it holds a placeholder of letters and {@code #} alone; only
 * then doubled braces stand for single ones, and other names are placeholders too. So the reference has it.
 */
final class TemplateCompiler {

    private final String text;
    private final Scope scope;
    private final Place place;
    private final List<String> texts = new ArrayList<>();
    private final List<Expression> values = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    private TemplateCompiler(String text, Scope scope, Place place) {
        this.text = text;
        this.scope = scope;
        this.place = place;
    }

    /** A {@link Expression.Template}, or a literal when the text has no placeholder. */
    static Expression compile(String text, Scope scope, Place place) {
        return isTemplate(text) ? new TemplateCompiler(text, scope, place).split() : new Expression.Literal(text);
    }

    private static boolean isTemplate(String text) {
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int i = open + 1;
            while (i < text.length() && isPlain(text.charAt(i))) {
                i++;
            }
            if (i > open + 1 && i < text.length() && text.charAt(i) == '}') {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '#';
    }

    private Expression split() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if (c != '{' && c != '}') {
                piece.append(c);
            } else if (doubled) {
                piece.append(c);
                i++;
            } else if (c == '{') {
                i = placeholder(i + 1);
            } else {
                throw place.broken("a single } outside a placeholder: " + text);
            }
        }
        texts.add(piece.toString());
        if (values.isEmpty()) {
            return new Expression.Literal(piece.toString());
        }
        return new Expression.Template(List.copyOf(texts), List.copyOf(values), place);
    }

    private int placeholder(int start) {
        int end = text.indexOf('}', start);
        if (end < 0) {
            throw place.broken("a placeholder that does not end: " + text);
        }
        texts.add(piece.toString());
        piece.setLength(0);
        values.add(value(text.substring(start, end)));
        return end;
    }

    private Expression value(String reference) {
        String[] parts = reference.split("#", -1);
        Expression variable = new Expression.Reference(scope.read(parts[0], place));
        if (parts.length == 1) {
            return variable;
        }
        List<AttributeStep> steps = new ArrayList<>(parts.length - 1);
        for (int i = 1; i < parts.length; i++) {
            steps.add(new AttributeStep(parts[i], -1));
        }
        return new Expression.GetAttribute(variable, List.copyOf(steps), -1, place);
    }
}
