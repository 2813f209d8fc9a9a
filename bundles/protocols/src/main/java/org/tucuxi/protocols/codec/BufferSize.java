package org.tucuxi.protocols.codec;

/** How large the buffer is that a document is begun in: as large as the documents before it needed. */
public final class BufferSize {

    private static final int MIN = 256;
    /** A single large document does not make a large buffer for each that follows. */
    private static final int MAX = 64 << 10;

    /** Only a guess, so threads may overwrite each other's. */
    private int bytes = MIN;

    /**
     * The size to begin with.
     *
     * @return in bytes
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Learns from a document that was written.
     *
     * @param document the document
     * @return the document
     */
    public byte[] learn(byte[] document) {
        if (document.length > bytes && bytes < MAX) {
            bytes = Math.min(document.length + document.length / 4, MAX);
        }
        return document;
    }
}
