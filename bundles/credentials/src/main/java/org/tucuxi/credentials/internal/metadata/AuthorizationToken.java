package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.tucuxi.credentials.CredentialRetrievalException;

/** The token that a container shows at its endpoint. Kubernetes writes a new one into the file from time to time. */
final class AuthorizationToken {

    private static final String FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private static final String VALUE = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final int MAX_LENGTH = 64 * 1024;

    private AuthorizationToken() {
    }

    /**
     * Reads the token as it is now: as it stands, with its blanks.
     *
     * @return the token, or null when the environment names none
     * @throws CredentialRetrievalException when it cannot be read or cannot be sent; without the token
     */
    static String of(Map<String, String> environment) {
        String file = environment.get(FILE);
        boolean isInFile = file != null && !file.isEmpty();
        String token = isInFile ? read(file) : environment.get(VALUE);
        if (token == null || token.isEmpty()) {
            return null;
        }
        if (!isHeaderValue(token)) {
            throw failure("Auth token value is not a legal header value: " + (isInFile ? "the file " + file + " that "
                    + FILE + " names" : VALUE) + " has a line break or another character that a header must not have");
        }
        return token;
    }

    private static String read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
            if (bytes.length > MAX_LENGTH) {
                throw failure("the file " + file + " that " + FILE + " names is longer than " + MAX_LENGTH + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw failure("the file " + file + " that " + FILE + " names cannot be read ("
                    + e.getClass().getSimpleName() + ')');
        }
    }

    private static CredentialRetrievalException failure(String problem) {
        return new CredentialRetrievalException("Error when retrieving credentials from " + ContainerRole.NAME + ": "
                + problem);
    }

    /** Whether a text can be sent as the value of a header: a line break would begin another one. */
    static boolean isHeaderValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                return false;
            }
        }
        return true;
    }
}
