package org.tucuxi.protocols.json;

import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.BufferSize;

/** Writes whole documents of one shape. */
final class DocumentWriter implements BodyFormat.Writer {

    private final ValueWriter root;
    private final BufferSize size = new BufferSize();

    DocumentWriter(ValueWriter root) {
        this.root = root;
    }

    @Override
    public byte[] write(Object value) {
        JsonWriter out = new JsonWriter(size.bytes());
        root.write(out, value);
        return size.learn(out.toBytes());
    }
}
