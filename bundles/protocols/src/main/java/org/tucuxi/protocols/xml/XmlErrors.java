package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.protocols.codec.ReasonPhrase;
import org.tucuxi.protocols.codec.ResponseMetadata;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Reads errors without a model. S3 sends {@code <Error>}, CloudFront and Route 53 send {@code
 * <ErrorResponse><Error>…</Error><RequestId>…}; a body that is neither leaves what HTTP tells.
 */
final class XmlErrors {

    private static final byte[] ERROR = "Error".getBytes(StandardCharsets.US_ASCII);
    private static final String METADATA = "ResponseMetadata";

    private XmlErrors() {
    }

    static Map<String, Object> parse(int status, HttpHeaders headers, byte[] content) {
        if (content.length > 0) {
            try {
                return fromBody(headers, content);
            } catch (ValueFault fault) {
                // What HTTP tells is still an error; a complaint about its body would hide it.
                return fromHttp(status, headers);
            }
        }
        return fromHttp(status, headers);
    }

    private static Map<String, Object> fromHttp(int status, HttpHeaders headers) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("RequestId", orEmpty(headers.get("x-amz-request-id")));
        metadata.put("HostId", orEmpty(headers.get("x-amz-id-2")));
        return result(error(Integer.toString(status), ReasonPhrase.of(status)), metadata);
    }

    private static Map<String, Object> fromBody(HttpHeaders headers, byte[] content) {
        XmlReader in = new XmlReader(content);
        in.next();
        boolean isError = in.isNamed(ERROR) && !in.isRootInNamespace();
        Map<String, Object> document = XmlTree.children(in);
        in.next();
        if (isError) {
            document.remove("RequestId");
            document.remove("HostId");
            return result(document, ResponseMetadata.ids(headers));
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        Object id = document.remove("RequestId");
        if (id != null) {
            metadata.put("RequestId", id);
        }
        Map<String, Object> error = error("", "");
        if (document.remove("Error") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> error.put((String) name, value));
        }
        document.remove(METADATA);
        Map<String, Object> result = result(error, metadata);
        result.putAll(document);
        return result;
    }

    private static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Code", code);
        error.put("Message", message);
        return error;
    }

    private static Map<String, Object> result(Map<String, Object> error, Map<String, Object> metadata) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Error", error);
        result.put(METADATA, metadata);
        return result;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
