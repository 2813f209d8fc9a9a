package org.tucuxi.credentials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.config.ConfigNotFoundException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.PartialCredentialsException;

/** Keys in the file of Amazon EC2's first command line tools, which {@code AWS_CREDENTIAL_FILE} names. */
@Component
public final class Ec2CredentialsFile implements CredentialProvider {

    private static final String VARIABLE = "AWS_CREDENTIAL_FILE";
    private static final String ACCESS_KEY = "AWSAccessKeyId";
    private static final String SECRET_KEY = "AWSSecretKey";
    private static final int LARGEST = 1 << 20;

    @Override
    public String name() {
        return ReferenceProvider.EC2_CREDENTIALS_FILE.text();
    }

    @Override
    public String canonicalName() {
        return "Ec2Config";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        String named = configuration.environment().get(VARIABLE);
        if (named == null || named.isEmpty()) {
            return CredentialAnswer.none(VARIABLE + " is not set");
        }
        String file = HomeFolder.expand(named, configuration.environment());
        Map<String, String> keys = parse(content(file));
        if (!keys.containsKey(ACCESS_KEY)) {
            return CredentialAnswer.none("no " + ACCESS_KEY + " in " + file);
        }
        if (!keys.containsKey(SECRET_KEY)) {
            throw new PartialCredentialsException("Partial credentials found in " + name() + ", missing: "
                    + SECRET_KEY + " (in " + file + ')');
        }
        return CredentialAnswer.found(
                Credentials.of(keys.get(ACCESS_KEY), keys.get(SECRET_KEY), null, null, name()));
    }

    private String content(String file) {
        byte[] bytes;
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw notFound(file, "there is no such file", null);
            }
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(LARGEST + 1);
            }
        } catch (IOException | InvalidPathException e) {
            throw notFound(file, "it cannot be read", e);
        }
        if (bytes.length > LARGEST) {
            throw new CredentialRetrievalException("Error when retrieving credentials from " + name() + ": " + file
                    + " has more than " + LARGEST + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ConfigNotFoundException notFound(String file, String why, Exception cause) {
        return new ConfigNotFoundException("The specified config file (" + file + ") could not be found: " + VARIABLE
                + " names it, and " + why, cause);
    }

    /** The last line of a key counts; lines without {@code =} are passed over. */
    private static Map<String, String> parse(String content) {
        Map<String, String> result = new HashMap<>();
        content.lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at >= 0) {
                result.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
            }
        });
        return result;
    }
}
