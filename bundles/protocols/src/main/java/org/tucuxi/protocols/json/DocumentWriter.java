package org.tucuxi.protocols.json;

import org.tucuxi.protocols.codec.BodyFormat;

/** Writes whole documents of one shape; it learns how long they are. */
final class DocumentWriter implements BodyFormat.Writer {

    private static final int MIN_CAPACITY = 256;
    /** A single large document does not make a large buffer for each that follows. */
    private static final int MAX_CAPACITY = 64 << 10;

    private final ValueWriter root;
    /** Only a guess, so threads may overwrite each other's. */
    private int capacity = MIN_CAPACITY;

    DocumentWriter(ValueWriter root) {
        this.root = root;
    }

    @Override
    public byte[] write(Object value) {
        JsonWriter out = new JsonWriter(capacity);
        root.write(out, value);
        byte[] document = out.toBytes();
        if (document.length > capacity && capacity < MAX_CAPACITY) {
            capacity = Math.min(document.length + document.length / 4, MAX_CAPACITY);
        }
        return document;
    }
}
