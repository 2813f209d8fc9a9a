/**
 * The model of Amazon Polly, and presigned speech.
 *
 * <p>The reference takes {@code start_speech_synthesis_stream} away from its clients, because it cannot speak HTTP/2. Tucuxi can:
 * the method stays.
 */
package org.tucuxi.services.polly;
