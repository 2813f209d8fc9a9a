package org.tucuxi.eventstream;

import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.http.HttpBody;

/** A request body that is an event stream. A signer that knows event streams puts the signed form in its place. */
@ProviderType
public interface EventStreamBody extends HttpBody, AutoCloseable {

    /**
     * The same events, each in a frame that is signed, and a signed empty frame after the last.
     *
     * @param signer signs the frames, in their order
     * @return the body to send
     */
    HttpBody signedBy(EventSigner signer);

    /**
     * Tells the source of the events that nobody takes them any more: its iterator, or the stream that it is, is closed
     * when it can be. Done by the call when it fails or needs no body; what was opened is closed by closing it.
     */
    @Override
    void close();
}
