package org.tucuxi.itests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.tucuxi.Session;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;

/** A home folder with the files of the AWS CLI, and sessions that live there. */
final class SignInHome {

    final Path folder;
    final Map<String, String> environment = new HashMap<>();

    SignInHome(Path folder, SignInServer server) {
        this.folder = folder;
        environment.put("HOME", folder.toString());
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AWS_MAX_ATTEMPTS", "1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        for (String service : new String[] {"SSO", "SSO_OIDC", "SIGNIN"}) {
            environment.put("AWS_ENDPOINT_URL_" + service, server.url());
        }
    }

    void config(String text) {
        write(".aws/config", text);
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, Map<String, ?> json) {
        write(name, SignInServer.text(json));
    }

    Map<?, ?> read(String name) {
        try {
            return SignInServer.json(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    String permissions(String name) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Configuration configuration(Lab lab, String profile) {
        return lab.platform().find(ConfigurationFactory.class).read(Map.of("profile", profile), environment);
    }

    Session session(Lab lab, String profile) {
        return lab.keep(lab.platform().factory().builder().configuration(configuration(lab, profile)).build());
    }

    static String hash(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
