package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.protocols.codec.ErrorCode;
import org.tucuxi.protocols.codec.QueryCompatibleErrors;
import org.tucuxi.protocols.codec.StructureParser;
import org.tucuxi.protocols.value.ValueFault;

/** What an error's document says without its model. */
final class JsonError {

    private String type;
    private String message;
    private String capitalMessage;
    private String code;
    private String capitalCode;

    /** Reads a document; one that is not JSON, or no object, is the message itself. */
    JsonError(byte[] content) {
        try {
            JsonDocument.read(content, in -> {
                if (!in.isExpectedStartObjectToken()) {
                    throw JsonDocument.unexpected("an object", in);
                }
                return readMembers(in);
            });
        } catch (ValueFault fault) {
            type = null;
            code = null;
            capitalCode = null;
            message = new String(content, StandardCharsets.UTF_8);
        }
    }

    private JsonError readMembers(JsonParser in) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            String value = in.nextToken() == JsonToken.VALUE_NULL || in.currentToken().isStructStart()
                    ? null : in.getText();
            in.skipChildren();
            switch (name) {
                case "__type" -> type = value;
                case "message" -> message = value;
                case "Message" -> capitalMessage = value;
                case "code" -> code = value;
                case "Code" -> capitalCode = value;
                default -> { }
            }
        }
        return this;
    }

    /**
     * The error as a map.
     *
     * @param isRest in rest-json the header and a member of the document go before the type in the document, and before
     *         the old code of a service that left the query protocol; in json they only stand in for a missing type
     */
    Map<String, Object> toMap(int status, HttpHeaders headers, boolean isRest) {
        String told = headers.get(ErrorCode.HEADER);
        String other = told != null ? told : code != null ? code : capitalCode;
        String first = type != null || isRest || other == null ? type : other;
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Message", message != null ? message : capitalMessage != null ? capitalMessage : "");
        error.put("Code", first == null ? Integer.toString(status) : ErrorCode.reduce(first));
        QueryCompatibleErrors.apply(error, headers);
        if (isRest && other != null) {
            error.put("Code", ErrorCode.reduce(other));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Error", error);
        result.put(StructureParser.METADATA, metadata(headers));
        return result;
    }

    /** What the headers tell about the response itself. */
    static Map<String, Object> metadata(HttpHeaders headers) {
        Map<String, Object> metadata = new LinkedHashMap<>(8);
        String id = headers.get("x-amzn-requestid");
        if (id != null) {
            metadata.put("RequestId", id);
        }
        return metadata;
    }
}
