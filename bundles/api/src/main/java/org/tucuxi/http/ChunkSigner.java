package org.tucuxi.http;

/**
 * Signs the pieces of a body that is sent in chunks, each signature over the one before ("Signature calculations for the
 * Authorization header: Transferring payload in multiple chunks", Amazon S3 API Reference). One signer belongs to one reading of
 * the body; not safe for use by several threads.
 */
public interface ChunkSigner {

    /**
     * How many characters each signature has.
     *
     * @return 64 for HMAC
     */
    int length();

    /**
     * Signs a chunk.
     *
     * @param bytes holds the chunk
     * @param from where it begins
     * @param size how long it is; 0 for the last one
     * @return the signature in hexadecimal digits
     */
    String chunk(byte[] bytes, int from, int size);

    /**
     * Signs the trailer.
     *
     * @param lines the trailing headers in lower case, sorted, each {@code name:value} and a line feed
     * @return the signature in hexadecimal digits
     */
    String trailer(byte[] lines);
}
