package org.tucuxi.signing.internal;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What one signature needs and the next can use again. Belongs to one thread at a time. */
final class Workspace {

    /** A workspace that an unusual request has blown up is not kept. */
    private static final int KEPT_BYTES = 64 * 1024;

    private final MessageDigest sha256;
    private final Mac hmac;
    private final Bytes text = new Bytes(2048);
    private int[] order = new int[32];
    private int[] ends = new int[8];

    Workspace() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            hmac = Mac.getInstance("HmacSHA256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256; requests cannot be signed", e);
        }
    }

    Bytes text() {
        return text;
    }

    /** An array of at least that length; what was in it stays. */
    int[] order(int length) {
        if (order.length < length) {
            order = Arrays.copyOf(order, Math.max(length, order.length * 2));
        }
        return order;
    }

    /** A second array beside {@link #order(int)}. */
    int[] ends(int length) {
        if (ends.length < length) {
            ends = Arrays.copyOf(ends, Math.max(length, ends.length * 2));
        }
        return ends;
    }

    MessageDigest sha256() {
        sha256.reset();
        return sha256;
    }

    byte[] sha256OfText() {
        sha256.reset();
        sha256.update(text.array(), 0, text.size());
        return sha256.digest();
    }

    byte[] hmacOfText(SecretKeySpec key) {
        try {
            hmac.init(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("This Java's HmacSHA256 does not take the signing key", e);
        }
        hmac.update(text.array(), 0, text.size());
        return hmac.doFinal();
    }

    boolean isWorthKeeping() {
        return text.array().length <= KEPT_BYTES && order.length <= 1024 && ends.length <= 1024;
    }
}
