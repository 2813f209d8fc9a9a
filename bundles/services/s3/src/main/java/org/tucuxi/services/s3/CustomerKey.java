package org.tucuxi.services.s3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Encryption keys of customers go in a header, in base64, and their digest in another. */
final class CustomerKey {

    private CustomerKey() {
    }

    /** Encodes the key of a member and adds its digest, unless the caller has done both. */
    static void encode(Map<String, Object> params, String keyMember) {
        String digestMember = keyMember + "MD5";
        Object key = params.get(keyMember);
        if (key == null || params.containsKey(digestMember)) {
            return;
        }
        byte[] bytes = key instanceof String text ? text.getBytes(StandardCharsets.UTF_8)
                : key instanceof byte[] given ? given : null;
        if (bytes != null) {
            params.put(keyMember, Base64.getEncoder().encodeToString(bytes));
            params.put(digestMember, Base64.getEncoder().encodeToString(md5(bytes)));
        }
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5, which S3 demands for keys of customers", e);
        }
    }
}
