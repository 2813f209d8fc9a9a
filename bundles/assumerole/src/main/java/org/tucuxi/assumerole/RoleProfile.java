package org.tucuxi.assumerole;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.credentials.InfiniteLoopConfigException;
import org.tucuxi.credentials.PartialCredentialsException;

/**
 * A profile that assumes a role, checked.
 *
 * @param name the profile
 * @param source the profile whose credentials may assume the role, or null
 * @param credentialSource the canonical name of the provider whose credentials may, or null
 * @param arguments for STS
 * @param mfaSerial the device whose code is needed, or null
 */
record RoleProfile(String name, String source, String credentialSource, Map<String, Object> arguments,
        String mfaSerial) {

    /** By canonical name, exactly in this spelling. */
    private static final Set<String> CREDENTIAL_SOURCES =
            new TreeSet<>(List.of("Environment", "EcsContainer", "Ec2InstanceMetadata"));

    /**
     * Reads a profile.
     *
     * @param profiles all profiles
     * @param name one that is a role
     * @param visited the profiles that led here, this one among them
     */
    static RoleProfile read(Profiles profiles, String name, List<String> visited) {
        String source = profiles.text(name, "source_profile");
        String credentialSource = profiles.text(name, "credential_source");
        if (source != null && credentialSource != null) {
            throw new InvalidConfigException("The profile \"" + name
                    + "\" contains both source_profile and credential_source; a role has one source of credentials");
        }
        if (source == null && credentialSource == null) {
            throw new PartialCredentialsException("Partial credentials found in " + AssumeRole.NAME
                    + ", missing: source_profile or credential_source (profile \"" + name + "\")");
        }
        if (source == null) {
            checkCredentialSource(name, credentialSource);
        } else {
            checkSource(profiles, name, source, visited);
        }
        return new RoleProfile(name, source, credentialSource, arguments(profiles, name),
                profiles.text(name, "mfa_serial"));
    }

    private static void checkCredentialSource(String name, String credentialSource) {
        if (!CREDENTIAL_SOURCES.contains(credentialSource)) {
            throw new InvalidConfigException("The credential_source \"" + credentialSource + "\" of the profile \""
                    + name + "\" is not valid; there are " + String.join(", ", CREDENTIAL_SOURCES));
        }
    }

    /** A profile may name itself only to assume a role with its own static keys. */
    private static void checkSource(Profiles profiles, String name, String source, List<String> visited) {
        if (!profiles.has(source)) {
            throw new InvalidConfigException("The source_profile \"" + source + "\" referenced in the profile \"" + name
                    + "\" does not exist");
        }
        boolean isOwnKeys = source.equals(name) && profiles.hasStaticKeys(source);
        if (visited.contains(source) && !isOwnKeys) {
            throw new InfiniteLoopConfigException("Infinite loop in credential configuration detected: the profile \""
                    + name + "\" names \"" + source + "\" as its source_profile, which was visited before. Visited: "
                    + String.join(", ", visited));
        }
    }

    private static Map<String, Object> arguments(Profiles profiles, String name) {
        Map<String, Object> arguments = new HashMap<>();
        put(arguments, "RoleArn", profiles.text(name, "role_arn"));
        put(arguments, "RoleSessionName", profiles.text(name, "role_session_name"));
        put(arguments, "ExternalId", profiles.text(name, "external_id"));
        put(arguments, "SerialNumber", profiles.text(name, "mfa_serial"));
        put(arguments, "DurationSeconds", wholeNumber(profiles.text(name, "duration_seconds")));
        return arguments;
    }

    private static void put(Map<String, Object> arguments, String name, Object value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    /** Anything else is passed over, as in the reference. */
    private static Integer wholeNumber(String text) {
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
