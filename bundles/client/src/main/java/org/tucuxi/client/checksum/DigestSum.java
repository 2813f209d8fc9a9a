package org.tucuxi.client.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tucuxi.http.AwsChunkedBody.Sum;
import org.tucuxi.http.FlexibleChecksumException;

/** A message digest of the JDK. */
final class DigestSum implements Sum {

    private final MessageDigest digest;

    DigestSum(String name) {
        try {
            this.digest = MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            // A JDK in FIPS mode may lack MD5.
            throw new FlexibleChecksumException("This Java cannot compute " + name + ": " + e.getMessage());
        }
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
    }

    @Override
    public byte[] digest() {
        return digest.digest();
    }

    @Override
    public int size() {
        return digest.getDigestLength();
    }
}
