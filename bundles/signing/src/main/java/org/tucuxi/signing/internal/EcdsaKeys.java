package org.tucuxi.signing.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tucuxi.credentials.FrozenCredentials;

/**
 * Private keys of SigV4a, derived from secret access keys: a key derivation in counter mode (NIST SP 800-108) whose
 * result is drawn anew until it lies in the group of P-256. Bounded like {@link SigningKeys}.
 */
final class EcdsaKeys {

    static final String ALGORITHM = "AWS4-ECDSA-P256-SHA256";

    private static final int SLOTS = 16;
    private static final int MAX_DRAWS = 254;
    private static final int KEY_BITS = 256;
    private static final ECParameterSpec P256 = p256();

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(SLOTS);

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no curve P-256; SigV4a needs it", e);
        }
    }

    PrivateKey get(FrozenCredentials credentials) {
        int hash = credentials.accessKey().hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry entry = entries.get(slot);
        if (entry == null || !entry.fits(credentials)) {
            entry = new Entry(credentials, privateKey(credentials));
            entries.set(slot, entry);
        }
        return entry.key;
    }

    void clear() {
        for (int i = 0; i < SLOTS; i++) {
            entries.set(i, null);
        }
    }

    private static PrivateKey privateKey(FrozenCredentials credentials) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(derive(credentials), P256));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not take the key of a SigV4a signature", e);
        }
    }

    /** The private number: more than 0 and less than the order of the group. */
    static BigInteger derive(FrozenCredentials credentials) throws GeneralSecurityException {
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(("AWS4A" + credentials.secretKey()).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        BigInteger limit = P256.getOrder().subtract(BigInteger.TWO);
        byte[] accessKey = credentials.accessKey().getBytes(StandardCharsets.UTF_8);
        for (int draw = 1; draw <= MAX_DRAWS; draw++) {
            hmac.update(ByteBuffer.allocate(4).putInt(1).array());
            hmac.update(ALGORITHM.getBytes(StandardCharsets.US_ASCII));
            hmac.update((byte) 0);
            hmac.update(accessKey);
            hmac.update((byte) draw);
            hmac.update(ByteBuffer.allocate(4).putInt(KEY_BITS).array());
            BigInteger candidate = new BigInteger(1, hmac.doFinal());
            if (candidate.compareTo(limit) <= 0) {
                return candidate.add(BigInteger.ONE);
            }
        }
        throw new GeneralSecurityException("no key was found in " + MAX_DRAWS + " draws");
    }

    /** The signature of a text in DER, as the algorithm wants it. */
    static byte[] sign(PrivateKey key, Bytes text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(text.array(), 0, text.size());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not make the ECDSA signature of SigV4a", e);
        }
    }

    /** Not a record: nobody shall print it. */
    private static final class Entry {
        private final FrozenCredentials credentials;
        private final PrivateKey key;

        Entry(FrozenCredentials credentials, PrivateKey key) {
            this.credentials = credentials;
            this.key = key;
        }

        boolean fits(FrozenCredentials who) {
            return credentials == who || credentials.secretKey().equals(who.secretKey())
                    && credentials.accessKey().equals(who.accessKey());
        }
    }
}
