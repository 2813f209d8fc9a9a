package org.tucuxi.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.http.HttpBody;

/** Computes the checksum of a body by the name that the service's model has for the algorithm. */
final class BodyChecksum {

    private static final int BLOCK = 64 * 1024;

    private BodyChecksum() {
    }

    /** The big-endian checksum in base64. */
    static String of(String algorithm, HttpBody body) throws IOException {
        byte[] checksum = switch (algorithm.toUpperCase(Locale.ROOT)) {
            case "CRC32" -> four(new CRC32(), body);
            case "CRC32C" -> four(new CRC32C(), body);
            case "CRC64NVME" -> eight(new Crc64Nvme(), body);
            case "SHA1" -> digest("SHA-1", body);
            case "SHA256" -> digest("SHA-256", body);
            case "SHA512" -> digest("SHA-512", body);
            default -> throw unsupported(algorithm);
        };
        return Base64.getEncoder().encodeToString(checksum);
    }

    private static byte[] four(Checksum checksum, HttpBody body) throws IOException {
        read(body, checksum::update);
        return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
    }

    private static byte[] eight(Checksum checksum, HttpBody body) throws IOException {
        read(body, checksum::update);
        return ByteBuffer.allocate(8).putLong(checksum.getValue()).array();
    }

    private static byte[] digest(String name, HttpBody body) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            read(body, digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw unsupported(name);
        }
    }

    private static void read(HttpBody body, Sink sink) throws IOException {
        byte[] memory = body.bytes();
        if (memory != null) {
            sink.add(memory, 0, memory.length);
            return;
        }
        byte[] block = new byte[BLOCK];
        try (InputStream in = body.open()) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                sink.add(block, 0, n);
            }
        }
    }

    private static InvalidConfigException unsupported(String algorithm) {
        return new InvalidConfigException("Unsupported checksum algorithm " + algorithm
                + ": use CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512, or give the checksum itself as a parameter");
    }

    @FunctionalInterface
    private interface Sink {
        void add(byte[] bytes, int from, int length);
    }
}
