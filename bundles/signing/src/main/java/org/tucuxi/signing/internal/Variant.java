package org.tucuxi.signing.internal;

/** How a kind of service takes SigV4. */
enum Variant {
    /** All services but S3. */
    GENERIC("X-Amz-Security-Token"),
    /** The path is signed as it is sent, and a header tells the body's hash. */
    S3("X-Amz-Security-Token"),
    /** Like S3, with the token of a session with a directory bucket. */
    S3_EXPRESS("X-Amz-S3session-Token");

    private final String tokenName;

    Variant(String tokenName) {
        this.tokenName = tokenName;
    }

    static Variant of(String signatureVersion) {
        if (signatureVersion == null) {
            return GENERIC;
        }
        return signatureVersion.startsWith("s3") ? S3
                : signatureVersion.startsWith("v4-s3express") ? S3_EXPRESS : GENERIC;
    }

    boolean isS3() {
        return this != GENERIC;
    }

    /** What the session token is called in queries and forms. */
    String tokenName() {
        return tokenName;
    }
}
