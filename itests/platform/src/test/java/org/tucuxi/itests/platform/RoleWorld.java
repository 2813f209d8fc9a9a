package org.tucuxi.itests.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.Session;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;

/** A user with files of their own, whose STS is a loopback server. */
final class RoleWorld {

    static final String READER = "arn:aws:iam::123456789012:role/reader";
    static final String WRITER = "arn:aws:iam::123456789012:role/writer";

    final Map<String, String> environment = new HashMap<>();
    private final Lab lab;
    private final Path home;

    RoleWorld(Lab lab, Path home, String stsUrl) throws IOException {
        this.lab = lab;
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("AWS_ENDPOINT_URL_STS", stsUrl);
        environment.put("AWS_MAX_ATTEMPTS", "2");
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        Files.writeString(credentialsFile(), "[keys]\naws_access_key_id = " + Lab.ACCESS_KEY
                + "\naws_secret_access_key = " + Lab.SECRET_KEY + "\n");
        Files.setPosixFilePermissions(credentialsFile(), PosixFilePermissions.fromString("rw-------"));
    }

    private Path credentialsFile() {
        return home.resolve("credentials");
    }

    /** A session with the profile {@code role}, of which these lines are. */
    Session role(String lines) throws IOException {
        return session("[profile role]\n" + lines);
    }

    Session session(String configFile) throws IOException {
        Files.writeString(home.resolve("config"), configFile);
        environment.put("AWS_PROFILE", "role");
        return lab.keep(lab.platform().factory().builder().dataPath(Platform.models()).configuration(configuration())
                .build());
    }

    Configuration configuration() throws IOException {
        if (!Files.exists(home.resolve("config"))) {
            Files.writeString(home.resolve("config"), "");
        }
        return lab.platform().find(ConfigurationFactory.class).read(Map.of("config_file",
                home.resolve("config").toString(), "credentials_file", credentialsFile().toString()), environment);
    }

    Path cache() {
        return home.resolve(".aws/cli/cache");
    }
}
