package org.tucuxi.assumerole;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.InvalidConfigException;

/**
 * What STS is asked for.
 *
 * @param values the arguments of the operation, but for a token's or a code's
 * @param cacheKey the name under which the AWS CLI keeps the answer
 */
record RoleArguments(Map<String, Object> values, String cacheKey) {

    private static final String SESSION_NAME = "RoleSessionName";
    private static final String POLICY = "Policy";

    /** Gives the session a name when it has none; a made-up name is no part of the key. */
    static RoleArguments of(Map<String, ?> given, Clock clock) {
        if (!(given.get("RoleArn") instanceof String arn) || arn.isEmpty()) {
            throw new InvalidConfigException("A role cannot be assumed without its ARN: RoleArn is missing");
        }
        Map<String, Object> values = new TreeMap<>(given);
        Object name = values.get(SESSION_NAME);
        if (name == null || name.equals("")) {
            values.remove(SESSION_NAME);
            String key = key(values);
            values.put(SESSION_NAME, "botocore-session-" + clock.instant().getEpochSecond());
            return new RoleArguments(Collections.unmodifiableMap(values), key);
        }
        return new RoleArguments(Collections.unmodifiableMap(values), key(values));
    }

    private static String key(Map<String, Object> values) {
        Map<String, Object> hashed = new TreeMap<>(values);
        if (hashed.get(POLICY) instanceof String policy) {
            hashed.put(POLICY, SortedJson.read(policy));
        }
        try {
            byte[] json = SortedJson.write(hashed).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
