package org.tucuxi.login;

import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in files of {@code aws login}. */
final class Files {

    static final String SECRET = "secretSECRETsecret";

    private Files() {
    }

    /** A whole file; its credentials end at 12:04. */
    static Map<String, Object> complete() {
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("accessKeyId", "ASIAOLD");
        access.put("secretAccessKey", SECRET);
        access.put("sessionToken", "session" + SECRET);
        access.put("accountId", "123456789012");
        access.put("expiresAt", "2026-01-31T12:04:00Z");
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("accessToken", access);
        file.put("tokenType", "aws_sigv4");
        file.put("refreshToken", "refresh" + SECRET);
        file.put("idToken", "id" + SECRET);
        file.put("clientId", "arn:aws:signin:::devtools/same-device");
        file.put("dpopKey", TestKeys.pem("sec1"));
        return file;
    }
}
