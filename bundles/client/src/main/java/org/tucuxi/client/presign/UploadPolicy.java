package org.tucuxi.client.presign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an upload by POST may be: the policy, as far as it does not depend on the signature. */
final class UploadPolicy {

    /** What a browser replaces by the name of the file. */
    private static final String FILENAME = "${filename}";

    private UploadPolicy() {
    }

    static Map<String, Object> of(String bucket, String key, List<?> conditions, Instant expiration) {
        List<Object> all = conditions == null ? new ArrayList<>() : new ArrayList<>(conditions);
        all.add(Map.of("bucket", bucket));
        if (key.endsWith(FILENAME)) {
            all.add(List.of("starts-with", "$key", key.substring(0, key.length() - FILENAME.length())));
        } else {
            all.add(Map.of("key", key));
        }
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("expiration", expiration.truncatedTo(ChronoUnit.SECONDS).toString());
        policy.put("conditions", all);
        return policy;
    }
}
