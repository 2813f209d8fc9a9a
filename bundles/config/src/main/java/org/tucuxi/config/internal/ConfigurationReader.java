package org.tucuxi.config.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.config.InstanceRegion;
import org.tucuxi.config.ProfileNotFoundException;

/** Reads environment and files, anew each time. */
@Component
public final class ConfigurationReader implements ConfigurationFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReader.class);
    private static final String DEFAULT_PROFILE = "default";
    private static final int PROFILES_NAMED = 20;

    final LoosePermissions permissions = new LoosePermissions();

    /** Configurations outlive the service, and ask the one that is there when they need it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile InstanceRegion instanceRegion;

    @Override
    public Configuration read(Map<String, ?> overrides) {
        return read(overrides, System.getenv());
    }

    @Override
    public Configuration read(Map<String, ?> overrides, String setBy) {
        return read(Overrides.of(overrides, setBy), System.getenv());
    }

    @Override
    public Configuration read(Map<String, ?> overrides, Map<String, String> environment) {
        return read(Overrides.of(overrides, Sources.BY_PROGRAM), environment);
    }

    private Configuration read(Overrides overrides, Map<String, String> environment) {
        Map<String, String> now = withoutNulls(environment);
        Sources first = Sources.of(overrides.values(), now);
        PathExpansion paths = new PathExpansion(now);
        IniFile config = IniFile.read(paths.expand(text(first, Variables.CONFIG_FILE)));
        IniFile credentials = IniFile.read(paths.expand(text(first, Variables.CREDENTIALS_FILE)));
        permissions.warn(credentials.path());
        if (holdsSecrets(config)) {
            permissions.warn(config.path());
        }
        return resolve(first, ProfileFiles.of(config, credentials), environment, this::instanceRegion);
    }

    /** Keys belong into the credentials file, but the configuration file may have them too. */
    private static boolean holdsSecrets(IniFile file) {
        for (Map<String, Object> keys : file.sections().values()) {
            if (keys.containsKey("aws_secret_access_key")) {
                return true;
            }
        }
        return false;
    }

    /** The region is worth a time limit, not more: no client fails because it cannot be told. */
    private Optional<String> instanceRegion(Configuration configuration) {
        InstanceRegion service = instanceRegion;
        try {
            return service == null ? Optional.empty() : service.region(configuration);
        } catch (RuntimeException e) {
            LOG.warn("The defaults mode auto takes the defaults of standard: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Resolves the variables, now that the files are read. */
    static ResolvedConfiguration resolve(Sources first, ProfileFiles files, Map<String, String> environment,
            InstanceRegion instanceRegion) {
        String chosen = text(first, Variables.PROFILE);
        Map<String, Object> scoped = files.profiles().get(chosen == null ? DEFAULT_PROFILE : chosen);
        if (scoped == null && chosen != null) {
            throw notFound(first, files, chosen);
        }
        Sources all = first.with(files, chosen == null ? DEFAULT_PROFILE : chosen, scoped == null ? Map.of() : scoped);
        return new ResolvedConfiguration(all, Collections.unmodifiableMap(environment), chosen,
                defaults(first.environment()), instanceRegion);
    }

    /** Which profile and which files cannot come from a profile, so they are known before the files are read. */
    private static String text(Sources sources, String name) {
        Object value = sources.find(Variables.named(name)).value();
        return value == null ? null : value.toString();
    }

    /** The switch by which the reference prepares its next retries (botocore's configprovider). */
    private static Map<String, Object> defaults(Map<String, String> environment) {
        boolean isOn = "true".equalsIgnoreCase(environment.get("AWS_NEW_RETRIES_2026"));
        return isOn ? Map.of("retry_mode", "standard") : Map.of();
    }

    private static ProfileNotFoundException notFound(Sources sources, ProfileFiles files, String profile) {
        StringBuilder message = new StringBuilder("The config profile (").append(Shown.of(profile))
                .append(") could not be found: ");
        Found source = sources.find(Variables.named(Variables.PROFILE));
        message.append(source.source()).append(", but neither ").append(files.config()).append(" nor ")
                .append(files.credentials()).append(" has it");
        if (!files.profiles().isEmpty()) {
            message.append("; they have ");
            int count = 0;
            for (String name : new TreeSet<>(files.profiles().keySet())) {
                if (count++ == PROFILES_NAMED) {
                    message.append(", …");
                    break;
                }
                message.append(count == 1 ? "" : ", ").append(Shown.of(name));
            }
        }
        return new ProfileNotFoundException(message.toString());
    }

    private static Map<String, String> withoutNulls(Map<String, String> map) {
        Map<String, String> result = new HashMap<>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                result.put(key, value);
            }
        });
        return Collections.unmodifiableMap(result);
    }
}
