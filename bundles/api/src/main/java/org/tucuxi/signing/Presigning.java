package org.tucuxi.signing;

import java.time.Duration;
import java.util.Objects;

/**
 * What a signature is made for that somebody else will use: a URL, or the form of an S3 POST.
 *
 * @param form what is signed
 * @param expiresIn how long the signature is good for
 * @param region the region of the signature, or null for that of the call, else of the client
 * @param signingName the service's name in the signature, or null for that of the call, else of the client
 */
public record Presigning(Form form, Duration expiresIn, String region, String signingName) {

    /** What boto3 takes when it is not told. */
    public static final Duration DEFAULT_EXPIRY = Duration.ofHours(1);

    /** What is signed; each has signature versions of its own, with an ending. */
    public enum Form {
        /** The query of a URL. */
        URL("-query"),
        /** The policy of an S3 POST. */
        POST("-presign-post");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /**
         * The ending of its signature versions.
         *
         * @return {@code -query} or {@code -presign-post}
         */
        public String ending() {
            return ending;
        }
    }

    /**
     * Checks the parts.
     */
    public Presigning {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(expiresIn, "expiresIn");
    }

    /**
     * For a URL, with the region and name of the call.
     *
     * @param expiresIn how long the signature is good for
     * @return the purpose
     */
    public static Presigning url(Duration expiresIn) {
        return new Presigning(Form.URL, expiresIn, null, null);
    }
}
