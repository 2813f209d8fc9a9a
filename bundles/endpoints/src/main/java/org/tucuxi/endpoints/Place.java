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

    private String message(String problem) {
        Place root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return "Endpoint rules of " + root.step + ", " + this + ": " + problem;
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "$";
        }
        return step instanceof Integer ? parent + "[" + step + "]" : parent + "." + step;
    }
}
