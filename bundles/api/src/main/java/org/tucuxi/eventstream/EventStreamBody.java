package org.tucuxi.eventstream;

import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.http.HttpBody;

/** A request body that is an event stream. A signer that knows event streams puts the signed form in its place. */
@ProviderType
public interface EventStreamBody extends HttpBody {

    /**
     * The same events, each in a frame that is signed, and a signed empty frame after the last.
     *
     * @param signer signs the frames, in their order
     * @return the body to send
     */
    HttpBody signedBy(EventSigner signer);
}
