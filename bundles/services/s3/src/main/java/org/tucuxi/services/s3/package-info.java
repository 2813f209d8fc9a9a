/**
 * What is special about S3: one small handler for each fact, in the same bundle as the model.
 *
 * <p>The handlers need nothing but the API. Each is a component of its own, so the shell shows it, and a test names
 * it. What the reference does to its loaded model (the bucket leaves the request path, because the endpoint has it) is
 * a metadata entry in the model's extras here, see {@code service-2.sdk-extras.json}: models are immutable.
 */
package org.tucuxi.services.s3;
