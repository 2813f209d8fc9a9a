package org.tucuxi.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Keys that OpenSSL made for these tests alone. */
final class TestKeys {

    private TestKeys() {
    }

    static String pem(String name) {
        try (InputStream in = TestKeys.class.getResourceAsStream("/keys/" + name + ".pem")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
