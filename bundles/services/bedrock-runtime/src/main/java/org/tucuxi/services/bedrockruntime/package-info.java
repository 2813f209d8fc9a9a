/**
 * The model of Amazon Bedrock Runtime.
 *
 * <p>The reference takes {@code invoke_model_with_bidirectional_stream} away from its clients, because it cannot speak HTTP/2.
 * Tucuxi can: the method stays.
 */
package org.tucuxi.services.bedrockruntime;
