package org.tucuxi.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.tucuxi.InvalidConfigException;

/**
 * The certificates and the private key of a PEM file. Text between the sections is ignored.
 *
 * @param certificates in the order of the file
 * @param key the first key, or null
 */
record Pem(List<X509Certificate> certificates, PrivateKey key) {

    private static final long MAX_BYTES = 16L * 1024 * 1024;
    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";
    /** DER of version 0 and of the algorithm rsaEncryption: what PKCS#8 puts before a PKCS#1 key. */
    private static final byte[] RSA_HEAD = {2, 1, 0, 48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1,
        1, 1, 5, 0};

    static Pem read(Path file, String purpose) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidConfigException("The " + purpose + ' ' + file + " is larger than " + MAX_BYTES
                        + " bytes");
            }
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new InvalidConfigException("The " + purpose + ' ' + file + " cannot be read: " + e, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidConfigException("The " + purpose + ' ' + file + " is not a valid PEM file: "
                    + e.getMessage(), e);
        }
    }

    private static Pem parse(String text) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        PrivateKey key = null;
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int headEnd = text.indexOf(DASHES, begin + BEGIN.length());
            if (headEnd < 0) {
                throw new IllegalArgumentException("a BEGIN line is cut");
            }
            String label = text.substring(begin + BEGIN.length(), headEnd);
            int end = text.indexOf("-----END " + label + DASHES, headEnd);
            if (end < 0) {
                throw new IllegalArgumentException("section " + label + " has no end");
            }
            String base64 = text.substring(headEnd + DASHES.length(), end);
            if (label.endsWith("CERTIFICATE")) {
                ByteArrayInputStream der = new ByteArrayInputStream(decode(base64));
                certificates.add((X509Certificate) factory.generateCertificate(der));
            } else if (label.endsWith("PRIVATE KEY") && key == null) {
                key = key(label, base64);
            }
            begin = text.indexOf(BEGIN, end);
        }
        return new Pem(List.copyOf(certificates), key);
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static PrivateKey key(String label, String base64) throws GeneralSecurityException {
        return switch (label) {
            case "PRIVATE KEY" -> pkcs8(decode(base64));
            case "RSA PRIVATE KEY" -> {
                if (base64.contains("ENCRYPTED")) {
                    throw new IllegalArgumentException("its key is encrypted; store it unencrypted");
                }
                yield pkcs8(sequence(RSA_HEAD, tagged(4, decode(base64))));
            }
            default -> throw new IllegalArgumentException("its key is in the form " + label
                    + "; convert it by: openssl pkcs8 -topk8 -nocrypt");
        };
    }

    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // another algorithm's
            }
        }
        throw new InvalidKeySpecException("its private key is neither RSA, EC nor EdDSA");
    }

    private static byte[] sequence(byte[] head, byte[] rest) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(head);
        content.writeBytes(rest);
        return tagged(48, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream result = new ByteArrayOutputStream(content.length + 6);
        result.write(tag);
        int length = content.length;
        if (length < 128) {
            result.write(length);
        } else {
            int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            result.write(128 + bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                result.write(length >> (8 * i));
            }
        }
        result.writeBytes(content);
        return result.toByteArray();
    }
}
