package org.tucuxi.assumerole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tucuxi.credentials.CredentialRetrievalException;

/**
 * A file with a token in it, as it is: nothing is trimmed.
 *
 * @param name the file's name, not expanded
 */
record TokenFile(String name) {

    /** More than three times what STS takes. */
    private static final int LIMIT = 1 << 16;

    String read() {
        try {
            Path file = Path.of(name);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw unreadable("it is not a file", null);
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                if (bytes.length > LIMIT) {
                    throw unreadable("it is larger than " + LIMIT + " bytes, which no token is", null);
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException | InvalidPathException e) {
            throw unreadable(e.getClass().getSimpleName(), e);
        }
    }

    private CredentialRetrievalException unreadable(String reason, Exception cause) {
        String message = "Error when retrieving credentials from " + AssumeRoleWithWebIdentity.NAME
                + ": the web identity token file " + name + " cannot be read: " + reason;
        return new CredentialRetrievalException(message, cause);
    }
}
