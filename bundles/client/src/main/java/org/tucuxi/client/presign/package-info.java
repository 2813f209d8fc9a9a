/**
 * Presigns: URLs for any operation and forms for uploads to S3, to be used by somebody else later.
 *
 * <p>Promises: nothing is sent, and no {@code before-call}, {@code request-created}, default checksum or user agent
 * gets into what is signed; {@code provide-client-params}, {@code before-parameter-build},
 * {@code before-endpoint-resolution}, {@code choose-signer} and {@code before-sign} are emitted as for a call, with
 * {@code is_presign_request} in the context. S3's URLs go to the host of the region: the reference's global host
 * answers for other regions with a redirection that a signature does not survive.
 */
package org.tucuxi.client.presign;
