package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;

/** The bodies of one rest-xml operation. */
public final class XmlBodyFormat implements BodyFormat {

    /** What an empty body stands for: an element without children. */
    private static final byte[] NOTHING = "<_/>".getBytes(StandardCharsets.US_ASCII);

    private final WriterCompiler writers;
    private final ReaderCompiler readers;

    /**
     * Makes the format.
     *
     * @param operation the operation
     * @param settings the settings of its codec
     */
    public XmlBodyFormat(OperationModel operation, CodecSettings settings) {
        writers = new WriterCompiler(operation.service(), settings);
        readers = new ReaderCompiler(operation.service());
    }

    @Override
    public Writer members(StructureShape input) {
        return document(writers.root(input));
    }

    @Override
    public Writer payload(String member, Shape payload) {
        return document(writers.element(writers.names().payload(member, payload), payload));
    }

    private static Writer document(ElementWriter root) {
        return value -> {
            XmlWriter out = new XmlWriter();
            root.write(out, value);
            return out.toBytes();
        };
    }

    @Override
    public Filler fill(StructureShape output, StructureLayout layout) {
        StructureReader reader = new StructureReader(readers, output, layout);
        return output.isException()
                ? (content, target) -> readError(reader, content, target)
                : (content, target) -> readMembers(reader, content, target);
    }

    private static void readMembers(StructureReader reader, byte[] content, StructureMap target) {
        if (content.length > 0) {
            XmlReader in = new XmlReader(content);
            in.next();
            reader.fill(in, target);
            in.next();
        }
    }

    private static void readError(StructureReader reader, byte[] content, StructureMap target) {
        if (content.length > 0) {
            XmlReader in = new XmlReader(content);
            in.next();
            ErrorElement.OF_RESPONSE.enter(in);
            reader.fill(in, target);
        }
    }

    @Override
    public Reader payload(Shape payload) {
        ElementReader reader = readers.element(payload);
        boolean isUnion = payload instanceof StructureShape structure && structure.isUnion();
        return content -> {
            if (content.length == 0 && isUnion) {
                // No member is set: the union is not there at all.
                return null;
            }
            XmlReader in = new XmlReader(content.length == 0 ? NOTHING : content);
            in.next();
            Object value = reader.read(in);
            in.next();
            return value;
        };
    }

    @Override
    public String eventContentType() {
        return "application/xml";
    }

    @Override
    public Map<String, Object> error(int status, HttpHeaders headers, byte[] content) {
        return XmlErrors.parse(status, headers, content);
    }
}
