package org.tucuxi.client.checksum;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.tucuxi.http.AwsChunkedBody.Sum;
import org.tucuxi.http.FlexibleChecksumException;

/** The algorithms that a request or response may have its checksum by. */
public enum ChecksumAlgorithm {

    /** By the JDK's intrinsic. */
    CRC32("U", () -> new ZipSum(new CRC32(), Integer.BYTES)),
    /** By the JDK's intrinsic. */
    CRC32C("V", () -> new ZipSum(new CRC32C(), Integer.BYTES)),
    /** What S3 computes by itself for objects that come without a checksum. */
    CRC64NVME("W", () -> new ZipSum(new Crc64Nvme(), Long.BYTES)),
    /** By the JDK. */
    SHA1("X", () -> new DigestSum("SHA-1")),
    /** By the JDK. */
    SHA256("Y", () -> new DigestSum("SHA-256")),
    /** By the JDK. */
    SHA512("AF", () -> new DigestSum("SHA-512")),
    /** Named by S3's model, though the reference cannot compute it in this place. */
    MD5("AE", () -> new DigestSum("MD5")),
    /** The older 64-bit hash. */
    XXHASH64("AH", XxHash64::new),
    /** XXH3 with 64 bits. */
    XXHASH3("AG", () -> new XxHash3(false)),
    /** XXH3 with 128 bits. */
    XXHASH128("AI", () -> new XxHash3(true));

    private static final Map<String, ChecksumAlgorithm> BY_ID = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ChecksumAlgorithm::id, Function.identity()));

    private final String id;
    private final String header;
    private final String feature;
    private final Supplier<Sum> sums;

    ChecksumAlgorithm(String feature, Supplier<Sum> sums) {
        this.id = name().toLowerCase(java.util.Locale.ROOT);
        this.header = "x-amz-checksum-" + id;
        this.feature = feature;
        this.sums = sums;
    }

    /**
     * The algorithm of a name.
     *
     * @param id in lower case
     * @return the algorithm
     * @throws FlexibleChecksumException when there is none; lists those that there are
     */
    public static ChecksumAlgorithm of(String id) {
        ChecksumAlgorithm found = BY_ID.get(id);
        if (found == null) {
            throw new FlexibleChecksumException("Unsupported checksum algorithm: " + id + " (supported are "
                    + Arrays.stream(values()).map(ChecksumAlgorithm::id).collect(Collectors.joining(", "))
                    + "; a checksum that was computed elsewhere can be given as its own parameter)");
        }
        return found;
    }

    /** The algorithm of a name, or null. */
    static ChecksumAlgorithm find(String id) {
        return BY_ID.get(id);
    }

    /**
     * The name.
     *
     * @return in lower case
     */
    public String id() {
        return id;
    }

    /**
     * The header that has the checksum.
     *
     * @return in lower case
     */
    public String header() {
        return header;
    }

    /** The id by which the user agent tells that a request has such a checksum (botocore/useragent.py). */
    String feature() {
        return feature;
    }

    /**
     * A fresh computation.
     *
     * @return for one body
     */
    public Sum sum() {
        return sums.get();
    }
}
