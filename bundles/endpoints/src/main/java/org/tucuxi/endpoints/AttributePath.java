package org.tucuxi.endpoints;

import java.util.ArrayList;
import java.util.List;

/** Compiles the path of {@code getAttr}: attributes with dots between them; an index ends the path. */
final class AttributePath {

    private static final int MAX_INDEX_DIGITS = 4;

    private AttributePath() {
    }

    static List<AttributeStep> compile(Object source, Place place) {
        String path = Document.text(source, place);
        List<AttributeStep> steps = new ArrayList<>();
        for (int start = 0; start <= path.length();) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            AttributeStep step = step(path.substring(start, end), place);
            steps.add(step);
            if (step.index() >= 0) {
                break;
            }
            start = end + 1;
        }
        return List.copyOf(steps);
    }

    private static AttributeStep step(String part, Place place) {
        int bracket = part.indexOf('[');
        if (part.isEmpty()) {
            throw place.broken("an attribute path has a name between each two dots");
        }
        if (bracket < 0) {
            return new AttributeStep(part, -1);
        }
        String digits = part.endsWith("]") ? part.substring(bracket + 1, part.length() - 1) : "";
        boolean isIndex = !digits.isEmpty() && digits.length() <= MAX_INDEX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isIndex) {
            throw place.broken("an index is written name[0], not " + part);
        }
        return new AttributeStep(part.substring(0, bracket), Integer.parseInt(digits));
    }
}
