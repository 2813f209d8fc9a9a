package org.tucuxi.protocols.cbor;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.protocols.codec.ErrorCode;
import org.tucuxi.protocols.codec.QueryCompatibleErrors;
import org.tucuxi.protocols.codec.ReasonPhrase;
import org.tucuxi.protocols.value.ValueFault;

/** Reads errors without a model: code and message lie on the top level of the document. */
final class CborErrors {

    private static final byte[] TYPE = "__type".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CAPITAL_MESSAGE = "Message".getBytes(StandardCharsets.US_ASCII);

    private String type;
    private String message;
    private String capitalMessage;

    private CborErrors() {
    }

    static Map<String, Object> parse(int status, HttpHeaders headers, byte[] content) {
        CborErrors found = new CborErrors();
        String fallback = "";
        try {
            found.read(content);
        } catch (ValueFault fault) {
            // What HTTP tells is still an error; a complaint about its body would hide it.
            fallback = ReasonPhrase.of(status);
        }
        String text = found.message != null ? found.message : found.capitalMessage;
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Code", found.type == null ? Integer.toString(status) : ErrorCode.reduce(found.type));
        error.put("Message", text == null ? fallback : text);
        QueryCompatibleErrors.apply(error, headers);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Error", error);
        result.put("ResponseMetadata", CborFormat.requestId(headers));
        return result;
    }

    private void read(byte[] content) {
        if (content.length == 0) {
            return;
        }
        CborReader in = new CborReader(content);
        int size = in.enterMap();
        for (int i = 0; in.more(size, i); i++) {
            in.readText();
            boolean isType = in.isText(TYPE);
            boolean isMessage = in.isText(MESSAGE);
            boolean isCapital = in.isText(CAPITAL_MESSAGE);
            if (!(isType || isMessage || isCapital) || in.peekMajor() != CborType.TEXT) {
                in.skip();
            } else if (isType) {
                type = in.readString();
            } else if (isMessage) {
                message = in.readString();
            } else {
                capitalMessage = in.readString();
            }
        }
        in.end();
    }
}
