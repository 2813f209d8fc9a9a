package org.tucuxi.client.validation;

import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.tucuxi.http.HttpBody;

/** Bytes, or where they come from. */
final class BlobRule extends Rule {

    private static final String VALID_TYPES = "class byte[], class java.nio.ByteBuffer, class java.lang.String,"
            + " class java.io.InputStream, interface java.nio.file.Path, class java.io.File,"
            + " interface org.tucuxi.http.HttpBody";

    BlobRule(boolean secret) {
        super(secret);
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        return value instanceof byte[] || value instanceof CharSequence || value instanceof InputStream
                || value instanceof ByteBuffer || value instanceof HttpBody || value instanceof Path
                || value instanceof File || wrongType(value, VALID_TYPES, report);
    }
}
