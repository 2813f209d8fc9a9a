package org.tucuxi.protocols.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.codec.BufferSize;
import org.tucuxi.protocols.rpc.RpcFormat;
import org.tucuxi.protocols.value.ValueFault;
import org.tucuxi.protocols.xml.XmlTree;

/** What query and ec2 share: a form that names operation and version first, and errors in XML. */
abstract sealed class FormFormat implements RpcFormat permits QueryFormat, Ec2Format {

    /** The member of results and errors that tells about the response. */
    static final String METADATA = "ResponseMetadata";
    /** What the metadata call the id of a request. */
    static final String REQUEST_ID = "RequestId";
    private static final String ERROR = "Error";
    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

    private final byte[] start;
    private final FieldCompiler fields;

    FormFormat(OperationModel operation, CodecSettings settings, Dialect dialect) {
        start = start(operation);
        fields = new FieldCompiler(dialect, settings);
    }

    private static byte[] start(OperationModel operation) {
        String version = operation.service().metadata().get("apiVersion") instanceof String text ? text
                : operation.service().apiVersion();
        FormWriter form = new FormWriter(new byte[0], 0);
        form.enter(FormWriter.encode("Action"));
        form.field(operation.name());
        form.leave(0);
        form.enter(FormWriter.encode("Version"));
        form.field(version);
        byte[] encoded = form.toBytes();
        // The first field has no ampersand.
        return Arrays.copyOfRange(encoded, 1, encoded.length);
    }

    @Override
    public Writer members(StructureShape input) {
        FieldWriter root = fields.field(input);
        BufferSize size = new BufferSize();
        return value -> {
            FormWriter out = new FormWriter(start, size.bytes());
            root.write(out, value);
            return size.learn(out.toBytes());
        };
    }

    /** No member of a form is a document. */
    @Override
    public Writer payload(String member, Shape payload) {
        throw noPayload(payload);
    }

    @Override
    public Reader payload(Shape payload) {
        throw noPayload(payload);
    }

    private static ModelException noPayload(Shape payload) {
        return new ModelException("Shape " + payload.name() + " is a payload, which forms do not have");
    }

    @Override
    public byte[] withoutInput() {
        return start.clone();
    }

    @Override
    public HttpBody body(byte[] document) {
        return new FormBody(document);
    }

    @Override
    public void address(SerializedRequest request) {
        request.headers().put("Content-Type", CONTENT_TYPE);
    }

    /** The metadata are in the document. */
    @Override
    public Map<String, Object> metadata(HttpHeaders headers) {
        return new LinkedHashMap<>(8);
    }

    /**
     * Reads the document as it is: {@code Errors} gives way to its content, and the id of the request goes to the
     * metadata.
     */
    @Override
    public Map<String, Object> error(int status, HttpHeaders headers, byte[] content) {
        Map<String, Object> result;
        try {
            result = XmlTree.read(content);
        } catch (ValueFault fault) {
            throw new ValueFault("the response has HTTP status " + status + " but no error in XML; "
                    + fault.getMessage());
        }
        if (result.remove("Errors") instanceof Map<?, ?> errors) {
            errors.forEach((name, value) -> result.put((String) name, value));
        }
        result.put(ERROR, children(result.get(ERROR)));
        Map<String, Object> metadata = children(result.remove(METADATA));
        Object id = result.remove(errorRequestId());
        if (id != null) {
            metadata.clear();
            metadata.put(REQUEST_ID, id);
        }
        result.put(METADATA, metadata);
        return result;
    }

    /** What errors call the id of the request. */
    abstract String errorRequestId();

    private static Map<String, Object> children(Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> result.put((String) name, child));
        }
        return result;
    }
}
