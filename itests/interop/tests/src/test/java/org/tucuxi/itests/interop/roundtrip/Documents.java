package org.tucuxi.itests.interop.roundtrip;

/** The documents of one protocol, seen from the server. */
interface Documents {

    /**
     * Compares the document of a request with what was asked for.
     *
     * @param shape the input, or its payload
     * @param expected the parameters
     * @param body the document
     * @param top whether members with a location are elsewhere
     * @throws AssertionError where they differ
     */
    void check(ModelShape shape, Object expected, byte[] body, boolean top) throws Exception;

    /**
     * Writes the document of a response.
     *
     * @param operation the operation's name
     * @param shape the output, or its payload; null when there is none
     * @param value its value
     * @param top whether members with a location are elsewhere
     */
    byte[] write(String operation, ModelShape shape, Object value, boolean top) throws Exception;
}
