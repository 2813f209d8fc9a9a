/**
 * What is special about S3: one small handler for each fact, in the same bundle as the model.
 *
 * <p>The handlers need nothing but the API, and {@link org.tucuxi.credentials.CredentialRefresh} for the sessions of
 * directory buckets. Each is a component of its own, so the shell shows it, and a test names it. What the reference does
 * to its loaded model (the bucket leaves the request path, because the endpoint has it) is a metadata entry in the
 * model's extras here, see {@code service-2.sdk-extras.json}: models are immutable.
 *
 * <p>Two facts are learnt by calls and kept for later ones: the regions of buckets that S3 redirected calls for, and the
 * sessions of S3 Express. The reference keeps them in handlers that each client registers; here all clients share the
 * handlers, which know a client no longer than it is used, and forget everything when the bundle stops. Both are bounded.
 */
package org.tucuxi.services.s3;
