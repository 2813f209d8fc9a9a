package org.tucuxi.itests.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.Ec2Protocol;
import org.tucuxi.protocols.QueryProtocol;
import org.tucuxi.protocols.RestXmlProtocol;

/** Makes bodies of responses and errors as their protocol has them. */
final class ResponseBody {

    private static final byte[] NOTHING = new byte[0];

    private final SplittableRandom random;
    private final double chaos;
    private final boolean isCbor;

    ResponseBody(SplittableRandom random, double chaos, boolean isCbor) {
        this.random = random;
        this.chaos = chaos;
        this.isCbor = isCbor;
    }

    byte[] of(OperationModel operation, boolean isError) {
        return switch (Lab.protocol(operation.service())) {
            case RestXmlProtocol.NAME, QueryProtocol.NAME, Ec2Protocol.NAME ->
                    isError ? xmlError(operation) : xml(operation);
            default -> isError ? treeError(operation) : tree(operation.output());
        };
    }

    private StructureShape error(OperationModel operation) {
        List<StructureShape> errors = operation.errors().isEmpty() ? operation.service().errorShapes()
                : operation.errors();
        return errors.isEmpty() || random.nextInt(6) == 0 ? null : errors.get(random.nextInt(errors.size()));
    }

    /** A document in JSON or CBOR for a structure or the payload in it; null for none. */
    byte[] tree(StructureShape output) {
        Shape root = output == null ? null : payload(output);
        if (root == null) {
            return random.nextBoolean() ? NOTHING : "{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        if (isRaw(root)) {
            return Scalars.bytes(random);
        }
        Sink sink = isCbor ? new CborSink(random) : new JsonSink();
        new TreeDocument(random, sink, chaos).value(root, 0);
        return sink.toBytes();
    }

    private byte[] treeError(OperationModel operation) {
        StructureShape error = error(operation);
        Sink sink = isCbor ? new CborSink(random) : new JsonSink();
        if (error == null) {
            sink.beginMap(2);
            sink.key("__type");
            sink.text(random.nextDouble() < chaos ? Scalars.hostile(random) : "com.amazon#Unknown:x");
            sink.key(random.nextBoolean() ? "message" : "Message");
            sink.text(Scalars.word(random));
            sink.endMap();
        } else {
            new TreeDocument(random, sink, chaos).structure(error, 0, "com.amazon.lab#" + error.errorCode());
        }
        return sink.toBytes();
    }

    private static Shape payload(StructureShape output) {
        return output.payload() == null ? output : output.members().get(output.payload());
    }

    private static boolean isRaw(Shape shape) {
        return shape.type() == ShapeType.BLOB || shape.type() == ShapeType.STRING;
    }

    private byte[] xml(OperationModel operation) {
        StructureShape output = operation.output();
        if (output == null) {
            return random.nextBoolean() ? NOTHING : "<a/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        Shape root = payload(output);
        if (isRaw(root)) {
            return Scalars.bytes(random);
        }
        XmlDocument out = start();
        String name = operation.name() + "Response";
        String wrapper = output.text("resultWrapper");
        boolean isQuery = Lab.protocol(operation.service()).equals(QueryProtocol.NAME);
        if (isQuery) {
            out.open(name);
            out.element(wrapper == null ? operation.name() + "Result" : wrapper, root, 0);
            out.raw("<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>");
        } else {
            out.open(name);
            out.content(root, 0);
            out.raw("<requestId>1</requestId>");
        }
        out.close(name);
        return out.toBytes();
    }

    private XmlDocument start() {
        XmlDocument out = new XmlDocument(random, chaos);
        if (random.nextBoolean()) {
            out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        }
        return out;
    }

    private byte[] xmlError(OperationModel operation) {
        StructureShape error = error(operation);
        XmlDocument out = start();
        String around = switch (random.nextInt(4)) {
            case 0 -> "ErrorResponse";
            case 1 -> "Response";
            default -> null;
        };
        if (around != null) {
            out.open(around);
            out.raw(around.equals("Response") ? "<Errors>" : "");
        }
        out.open("Error");
        out.raw("<Code>" + (error == null ? "Unknown" : error.errorCode()) + "</Code><Message>no</Message>");
        if (error != null) {
            out.members(error, 0);
        }
        out.close("Error");
        if (around != null) {
            out.raw((around.equals("Response") ? "</Errors>" : "") + "<RequestId>1</RequestId>");
            out.close(around);
        }
        return out.toBytes();
    }
}
