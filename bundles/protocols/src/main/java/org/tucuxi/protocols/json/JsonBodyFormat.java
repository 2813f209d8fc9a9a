package org.tucuxi.protocols.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.value.ScalarParser;
import org.tucuxi.protocols.value.ScalarText;

/** The bodies of one rest-json operation, and what they have in common with those of json. */
public sealed class JsonBodyFormat implements BodyFormat permits JsonRpcFormat {

    static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);

    private final boolean isRest;
    private final WriterCompiler writers;
    private final ReaderCompiler readers;

    /**
     * Makes the format of rest-json.
     *
     * @param settings the settings of the codec
     */
    public JsonBodyFormat(CodecSettings settings) {
        this(settings, true);
    }

    JsonBodyFormat(CodecSettings settings, boolean isRest) {
        this.isRest = isRest;
        this.writers = new WriterCompiler(settings);
        this.readers = new ReaderCompiler(isRest);
    }

    @Override
    public Writer members(StructureShape input) {
        return new DocumentWriter(input.isDocument()
                ? ScalarWriters.DOCUMENT : new StructureWriter(writers, input, isRest));
    }

    @Override
    public Writer payload(String member, Shape payload) {
        return new DocumentWriter(writers.compile(payload));
    }

    @Override
    public byte[] absent() {
        return EMPTY_OBJECT;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Filler fill(StructureShape output, StructureLayout layout) {
        if (output == null) {
            return (content, target) -> { };
        }
        StructureReader reader = new StructureReader(readers, output, layout);
        return (content, target) -> JsonDocument.read(content, in -> {
            reader.fill(in, target);
            return target;
        });
    }

    @Override
    public Reader payload(Shape payload) {
        ValueReader reader = readers.compile(payload);
        byte[] nothing = nothing(payload);
        return content -> JsonDocument.read(content.length == 0 ? nothing : content, reader::read);
    }

    /** What an empty body stands for: an object, or no value where that is none. */
    private static byte[] nothing(Shape payload) {
        boolean isObject = payload instanceof MapShape
                || payload instanceof StructureShape structure && !structure.isUnion();
        return isObject ? EMPTY_OBJECT : new byte[0];
    }

    @Override
    public ScalarText headerValueWriter(String member) {
        return HeaderValue::write;
    }

    @Override
    public ScalarParser headerValueReader(String member) {
        return HeaderValue::read;
    }

    @Override
    public Map<String, Object> error(int status, HttpHeaders headers, byte[] content) {
        return new JsonError(content).toMap(status, headers, isRest);
    }
}
