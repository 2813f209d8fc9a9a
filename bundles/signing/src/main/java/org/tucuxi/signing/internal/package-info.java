/**
 * Signs requests.
 *
 * <p>Two reasons to change live here. The algorithms ({@code v4}, {@code s3v4}, {@code v4a}, {@code bearer}, those of
 * S3 Express and those from before SigV4; with the endings {@code -query} and {@code -presign-post} for URLs and forms)
 * are {@link org.tucuxi.signing.Signer} services; the signer of each client asks {@code choose-signer} which of them to
 * use, emits {@code before-sign} and applies it. Signers of other bundles are found the same way as the own ones, and
 * come and go while clients live.
 *
 * <p>An event stream is signed frame by frame while it is sent, each signature upon the one before. So is a body for S3
 * whose payload has to be signed but is read once only, or has its checksum behind it: chunk by chunk, in the
 * {@code aws-chunked} encoding.
 *
 * <p>Promises: a signature never reads more than 1 MiB of a body at a time; no secret is logged, printed or kept in a
 * static field; signing takes no lock.
 *
 * <p>The package is not {@code org.tucuxi.signing}, because the API exports that one.
 */
package org.tucuxi.signing.internal;
