package org.tucuxi.login;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;
import org.tucuxi.credentials.LoginTokenLoadException;

/**
 * The private key of a sign-in, on the curve P-256: signs, and tells its public key.
 *
 * <p>A file need not hold the public key, so it is worked out, with what the JDK offers: agreeing with the generator of
 * the curve gives the public point's x; which of the two y belongs to it, a signature shows.
 */
final class DpopKey {

    private static final int LIMIT = 16 << 10;
    private static final int COORDINATE = 32;
    private static final BigInteger THREE = BigInteger.valueOf(3);
    /** Version 0 and the algorithm of a PKCS#8 key: an elliptic curve, prime256v1 (RFC 5208, RFC 5480). */
    private static final byte[] PKCS8_HEAD =
            HexFormat.of().parseHex("020100301306072a8648ce3d020106082a8648ce3d030107");
    /** What a SEC 1 key has before its 32 secret bytes (RFC 5915): a sequence, version 1, the tag of the bytes. */
    private static final int SEC1_HEAD = 7;
    /** What it may have after them: the name of the curve, prime256v1. */
    private static final byte[] SEC1_CURVE = HexFormat.of().parseHex("a00a06082a8648ce3d030107");

    private final ECPrivateKey key;
    private final ECPoint point;

    private DpopKey(ECPrivateKey key, ECPoint point) {
        this.key = key;
        this.point = point;
    }

    /**
     * Reads a key.
     *
     * @param pem {@code EC PRIVATE KEY} (SEC 1) or {@code PRIVATE KEY} (PKCS#8)
     * @return the key
     * @throws LoginTokenLoadException when it is no key on P-256; the message has nothing of it
     */
    static DpopKey read(String pem) {
        try {
            if (pem.length() > LIMIT) {
                throw new IllegalArgumentException("too long");
            }
            ECParameterSpec curve = curve();
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPrivateKey key = (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8(pem)));
            if (!key.getParams().getCurve().equals(curve.getCurve()) || key.getS().signum() <= 0
                    || key.getS().compareTo(curve.getOrder()) >= 0) {
                throw new IllegalArgumentException("another curve");
            }
            return new DpopKey(key, publicPoint(factory, key, curve));
        } catch (GeneralSecurityException | RuntimeException e) {
            // No cause: it may quote what stands in the file.
            throw new LoginTokenLoadException(LoginToken.PREFIX + "Unable to load private key from "
                    + "cached token. It must be an EC key on the curve P-256, in PEM");
        }
    }

    private static byte[] pkcs8(String pem) {
        byte[] sec1 = content(pem, "EC PRIVATE KEY");
        if (sec1 != null) {
            return wrap(sec1);
        }
        byte[] pkcs8 = content(pem, "PRIVATE KEY");
        if (pkcs8 == null) {
            throw new IllegalArgumentException("no key");
        }
        return pkcs8;
    }

    /** The bytes of a part of PEM, or null; a file may have other parts before it. */
    private static byte[] content(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + label + "-----");
        return start < 0 || end < start ? null
                : Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
    }

    /** Puts a SEC 1 key into the PKCS#8 envelope that the JDK reads. */
    private static byte[] wrap(byte[] sec1) {
        int afterSecret = SEC1_HEAD + COORDINATE;
        boolean namesCurve = sec1.length > afterSecret && sec1[afterSecret] == SEC1_CURVE[0];
        if (namesCurve && !Arrays.equals(SEC1_CURVE, 0, SEC1_CURVE.length, sec1, afterSecret,
                Math.min(sec1.length, afterSecret + SEC1_CURVE.length))) {
            throw new IllegalArgumentException("another curve");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(PKCS8_HEAD);
        content.writeBytes(element(0x04, sec1));
        return element(0x30, content.toByteArray());
    }

    /** One element of DER, of up to 64 KiB. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 4);
        out.write(tag);
        if (content.length > 0xff) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length > 0x7f) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static ECPoint publicPoint(KeyFactory factory, ECPrivateKey key, ECParameterSpec curve)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(factory.generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger square = x.modPow(THREE, p).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB());
        // A root, as p is 3 modulo 4.
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        ECPoint candidate = new ECPoint(x, y);
        return belongs(factory, key, candidate, curve) ? candidate : new ECPoint(x, p.subtract(y));
    }

    private static boolean belongs(KeyFactory factory, ECPrivateKey key, ECPoint point, ECParameterSpec curve)
            throws GeneralSecurityException {
        byte[] text = {1, 2, 3};
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(factory.generatePublic(new ECPublicKeySpec(point, curve)));
        verifier.update(text);
        return verifier.verify(sign(key, text));
    }

    /**
     * Signs with ES256.
     *
     * @param text what to sign
     * @return r and s, 32 bytes each
     */
    byte[] sign(byte[] text) {
        try {
            return sign(key, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that could sign before cannot sign any more", e);
        }
    }

    private static byte[] sign(ECPrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    /** The public key's x: 32 bytes. */
    byte[] x() {
        return coordinate(point.getAffineX());
    }

    /** The public key's y: 32 bytes. */
    byte[] y() {
        return coordinate(point.getAffineY());
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] result = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, result, COORDINATE - length, length);
        return result;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "DpopKey";
    }
}
