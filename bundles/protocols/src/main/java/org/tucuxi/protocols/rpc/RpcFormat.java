package org.tucuxi.protocols.rpc;

import java.util.Map;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.protocols.codec.BodyFormat;

/** What one protocol that has a whole call in its body does differently from the others. One instance an operation. */
public interface RpcFormat extends BodyFormat {

    /**
     * The body of a call of an operation without input.
     *
     * @return the document, possibly empty
     */
    byte[] withoutInput();

    /**
     * Makes a document the body of a request.
     *
     * @param document what {@link #members} has written, or {@link #withoutInput()}
     * @return the body
     */
    default HttpBody body(byte[] document) {
        return document.length == 0 ? HttpBody.EMPTY : HttpBody.of(document);
    }

    /**
     * Says where the request goes and what it is: path and headers, and the method where the protocol decides it.
     *
     * @param request the request; it has the method of the model, its host prefix and its body
     */
    void address(SerializedRequest request);

    /**
     * What the headers of a success tell for {@code ResponseMetadata}.
     *
     * @param headers the headers
     * @return a new mutable map, possibly empty
     */
    Map<String, Object> metadata(HttpHeaders headers);
}
