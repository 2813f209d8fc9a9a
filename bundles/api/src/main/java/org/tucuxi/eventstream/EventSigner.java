package org.tucuxi.eventstream;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** Signs the frames of one request, each signature upon the one before. Used by one thread at a time. */
@ConsumerType
public interface EventSigner {

    /**
     * The time to sign the next frame with.
     *
     * @return now, in whole milliseconds
     */
    Instant now();

    /**
     * Signs a frame.
     *
     * @param date what {@link #now()} gave
     * @param headers the frame's headers as they are encoded, without the signature; good only during the call
     * @param payload the frame's payload; good only during the call
     * @return the signature: 32 bytes
     */
    byte[] sign(Instant date, ByteBuffer headers, ByteBuffer payload);
}
