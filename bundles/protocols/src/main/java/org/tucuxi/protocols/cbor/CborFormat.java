package org.tucuxi.protocols.cbor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BufferSize;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.rpc.RpcFormat;

/** The documents of one smithy-rpc-v2-cbor operation. */
public final class CborFormat implements RpcFormat {

    private static final String CBOR = "application/cbor";
    private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";
    private static final String REQUEST_ID = "x-amzn-requestid";
    private static final byte[] NOTHING = {};
    /** What an empty body stands for: a map without entries. */
    private static final byte[] EMPTY_MAP = {(byte) 0xa0};

    private final WriterCompiler writers = new WriterCompiler();
    private final ReaderCompiler readers = new ReaderCompiler();
    private final String path;
    private final String accept;
    /** Null for an operation without input, whose body is empty. */
    private final String contentType;
    private final boolean isQueryCompatible;
    private final boolean hasOutput;

    /**
     * Makes the format.
     *
     * @param operation the operation
     * @throws ModelException when the model names no target
     */
    public CborFormat(OperationModel operation) {
        Map<String, Object> metadata = operation.service().metadata();
        if (!(metadata.get("targetPrefix") instanceof String target) || target.isEmpty()) {
            throw new ModelException("Service " + operation.service().serviceName()
                    + " has no targetPrefix, which is a part of the path of smithy-rpc-v2-cbor");
        }
        path = "/service/" + target + "/operation/" + operation.name();
        accept = operation.hasEventStreamOutput() ? EVENT_STREAM : CBOR;
        hasOutput = operation.output() != null;
        if (operation.input() == null) {
            contentType = null;
        } else {
            contentType = operation.hasEventStreamInput() ? EVENT_STREAM : CBOR;
        }
        isQueryCompatible = metadata.containsKey("awsQueryCompatible");
    }

    @Override
    public void address(SerializedRequest request) {
        request.method("POST").urlPath(path);
        HttpHeaders headers = request.headers();
        headers.put("smithy-protocol", "rpc-v2-cbor");
        headers.put("Accept", accept);
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        if (isQueryCompatible) {
            headers.put("x-amzn-query-mode", "true");
        }
    }

    @Override
    public byte[] withoutInput() {
        return NOTHING;
    }

    @Override
    public Writer members(StructureShape input) {
        return document(writers.value(input));
    }

    @Override
    public Writer payload(String member, Shape payload) {
        return document(writers.value(payload));
    }

    private static Writer document(ValueWriter root) {
        BufferSize size = new BufferSize();
        return value -> {
            CborWriter out = new CborWriter(size.bytes());
            root.write(out, value);
            return size.learn(out.toBytes());
        };
    }

    @Override
    public Filler fill(StructureShape output, StructureLayout layout) {
        if (output == null) {
            return (content, target) -> { };
        }
        StructureReader reader = new StructureReader(readers, output, layout);
        return (content, target) -> fill(reader, content, target);
    }

    private static void fill(StructureReader reader, byte[] content, StructureMap target) {
        if (content.length > 0) {
            CborReader in = new CborReader(content);
            reader.fill(in, target);
            in.end();
        }
    }

    @Override
    public Reader payload(Shape payload) {
        ValueReader reader = readers.value(payload);
        boolean isEmptyMap = payload instanceof StructureShape structure && !structure.isUnion();
        return content -> {
            if (content.length == 0 && !isEmptyMap) {
                return null;
            }
            CborReader in = new CborReader(content.length == 0 ? EMPTY_MAP : content);
            Object value = in.readNull() ? null : reader.read(in);
            in.end();
            return value;
        };
    }

    @Override
    public String eventContentType() {
        return CBOR;
    }

    @Override
    public Map<String, Object> error(int status, HttpHeaders headers, byte[] content) {
        return CborErrors.parse(status, headers, content);
    }

    /** The reference tells the id of a request only where it has an output to put it in. */
    @Override
    public Map<String, Object> metadata(HttpHeaders headers) {
        return hasOutput ? requestId(headers) : new LinkedHashMap<>();
    }

    static Map<String, Object> requestId(HttpHeaders headers) {
        Map<String, Object> metadata = new LinkedHashMap<>(8);
        String id = headers.get(REQUEST_ID);
        if (id != null) {
            metadata.put("RequestId", id);
        }
        return metadata;
    }
}
