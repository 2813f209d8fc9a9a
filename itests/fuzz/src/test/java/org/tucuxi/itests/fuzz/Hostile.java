package org.tucuxi.itests.fuzz;

/**
 * An attack on the reader of an operation's response.
 *
 * @param name what it is
 * @param operation the operation whose response it is
 * @param body the body
 * @param outcome what the message of the exception has after the operation's name: place and problem; null when the
 *        body is to
 *        be read
 */
record Hostile(String name, String operation, byte[] body, String outcome) {

    /** An attack that is refused. */
    static Hostile refused(String name, String body, String outcome) {
        return new Hostile(name, "Everything", Corpus.text(body), outcome);
    }

    static Hostile refused(String name, byte[] body, String outcome) {
        return new Hostile(name, "Everything", body, outcome);
    }

    /** An oddity that has a meaning, or none that matters. */
    static Hostile read(String name, String body) {
        return new Hostile(name, "Everything", Corpus.text(body), null);
    }

    static Hostile read(String name, byte[] body) {
        return new Hostile(name, "Everything", body, null);
    }
}
