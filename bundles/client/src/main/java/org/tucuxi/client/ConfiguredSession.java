package org.tucuxi.client;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;

/**
 * Asks for one session for each record of Config Admin. Keys that {@link SessionConfiguration} does not name are configuration
 * variables of the reference, for example {@code retry_mode} or {@code s3.addressing_style}.
 *
 * <p>A record stands where a program's own variables stand: behind what code gives a client, before environment, profile
 * and defaults. A key that is none, or a part of the credentials that is missing, leaves the session unmade, and
 * {@code tucuxi:missing} says why: a misspelled {@code profile} must not call with another account.
 */
@Component(service = {}, immediate = true, configurationPid = Session.FACTORY_PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SessionConfiguration.class, factory = true)
public final class ConfiguredSession {

    private static final Set<String> OWN = Set.of("name", "data_path", "aws_access_key_id", "aws_secret_access_key",
            "aws_session_token");
    /** Of OSGi and of the tools that write records. */
    private static final List<String> FOREIGN = List.of("service.", "component.", "osgi.", "felix.", "org.", ".");

    private final Platform platform;
    private final SessionSpec spec;

    /**
     * Made by Declarative Services.
     *
     * @param platform makes the session
     * @param properties the record
     */
    @Activate
    public ConfiguredSession(@Reference Platform platform, Map<String, Object> properties) {
        this.platform = platform;
        this.spec = spec(properties);
        platform.registry().declare(this, spec);
    }

    @Deactivate
    void deactivate() {
        platform.registry().remove(this, spec);
    }

    static SessionSpec spec(Map<String, Object> properties) {
        String pid = String.valueOf(properties.get("service.pid"));
        String name = text(properties, "name") != null ? text(properties, "name") : pid;
        Map<String, Object> variables = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            boolean isVariable = !OWN.contains(key) && FOREIGN.stream().noneMatch(key::startsWith);
            if (isVariable && value != null && !value.toString().isEmpty()) {
                variables.put(key, value);
            }
        });
        try {
            return new SessionSpec(name, credentials(properties), folders(properties.get("data_path")),
                    ClientConfig.EMPTY, null, variables, "Config Admin " + pid, true, List.of());
        } catch (RuntimeException e) {
            return SessionSpec.broken(name, e);
        }
    }

    private static Credentials credentials(Map<String, Object> properties) {
        String accessKey = text(properties, "aws_access_key_id");
        String secretKey = text(properties, "aws_secret_access_key");
        return accessKey == null && secretKey == null ? null : Credentials.of(accessKey, secretKey,
                text(properties, "aws_session_token"));
    }

    private static List<Path> folders(Object value) {
        Stream<String> folders = value instanceof String[] several ? Stream.of(several)
                : value == null ? Stream.of() : Stream.of(value.toString());
        return folders.filter(folder -> !folder.isBlank()).map(Path::of).toList();
    }

    private static String text(Map<String, Object> properties, String key) {
        Object value = properties.get(key);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
