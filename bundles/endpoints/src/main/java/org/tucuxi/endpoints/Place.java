package org.tucuxi.endpoints;

import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.model.ModelException;

/**
 * A place in a rule-set document, for messages. It is linked, not written out, because a document has thousands of
 * places and hardly any of them is ever named.
 *
 * @param parent the place around it; null for the document itself
 * @param step the name of the rule set for the document, a String for a member, an Integer for an element
 */
record Place(Place parent, Object step) {

    private static final int LONGEST = 500;

    static Place document(String ruleSet) {
        return new Place(null, ruleSet);
    }

    Place member(String name) {
        return new Place(this, name);
    }

    Place element(int index) {
        return new Place(this, index);
    }

    /** The document is broken here. */
    ModelException broken(String problem) {
        return new ModelException(message(problem));
    }

    /** The rules cannot go on here with the parameters they were given. */
    EndpointResolutionException failed(String problem) {
        return new EndpointResolutionException(message(problem));
    }

    /** Fits into a line of a log, whatever the document has for names. */
    private String message(String problem) {
        Place root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return "Endpoint rules of " + shown(root.step.toString()) + ", " + shown(toString()) + ": " + shown(problem);
    }

    private static String shown(String text) {
        int length = Math.min(text.length(), LONGEST);
        StringBuilder result = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            result.append(Character.isISOControl(c) ? '?' : c);
        }
        return result.append(length < text.length() ? "…" : "").toString();
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "$";
        }
        return step instanceof Integer ? parent + "[" + step + "]" : parent + "." + step;
    }
}
