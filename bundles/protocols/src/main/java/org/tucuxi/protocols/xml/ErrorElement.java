package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;

/** Finds the element that has the members of a modelled error. */
enum ErrorElement {

    /** The child Error of a root ErrorResponse; else the root. */
    OF_RESPONSE {
        @Override
        boolean find(XmlReader in) {
            return in.isNamed(ERROR_RESPONSE) && child(in, ERROR);
        }
    },

    /** EC2: the child Error of the root's child Errors; else the root. */
    OF_ERRORS {
        @Override
        boolean find(XmlReader in) {
            return child(in, ERRORS) && child(in, ERROR);
        }
    };

    private static final byte[] ERROR_RESPONSE = "ErrorResponse".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERRORS = "Errors".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR = "Error".getBytes(StandardCharsets.US_ASCII);

    /** Goes to the element; the last event of {@code in} is the start of the root. */
    void enter(XmlReader in) {
        XmlReader.Mark root = in.mark();
        if (!find(in)) {
            in.reset(root);
        }
    }

    abstract boolean find(XmlReader in);

    /** Goes to the first child of that name, or past the end of the element. */
    private static boolean child(XmlReader in, byte[] name) {
        while (in.toChild()) {
            if (in.isNamed(name)) {
                return true;
            }
            in.skipElement();
        }
        return false;
    }
}
