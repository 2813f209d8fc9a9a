package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.tucuxi.ParamValidationException;
import org.tucuxi.TucuxiException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.models.ModelLibrary;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.RestJsonProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;

/** The model layer, and the compilers of all protocols with models that lie. */
final class ModelTarget implements Target {

    private static final Attempt.Bounds BOUNDS = new Attempt.Bounds(48L << 20, 200);
    private static final String SERVICE = "fuzz";
    private static final int DEEPEST = 6;
    private static final int MOST_SHAPES = 400;

    /** In the same order each time, so that the same one of several faults is found first. */
    private static final Map<String, Object> PARAMETERS = new LinkedHashMap<>();

    static {
        PARAMETERS.put("Text", "a");
        PARAMETERS.put("Inner", Map.of());
        PARAMETERS.put("Tags", Map.of("a", "b"));
        PARAMETERS.put("Number", 1);
    }

    private static final byte[] JSON = Corpus.text(
            "{\"__type\":\"LabFault\",\"Inner\":{\"Text\":\"a\"},\"Tags\":{\"a\":\"b\"},"
                    + "\"Texts\":[\"a\"],\"Number\":1}");
    private static final byte[] XML = Corpus.text("<Error><Code>LabFault</Code><Inner><Text>a</Text></Inner>"
            + "<Tags><entry><key>a</key><value>b</value></entry></Tags><Flat>a</Flat></Error>");
    private static final byte[] CBOR = Corpus.hex("a3" + "665f5f74797065" + "684c61624661756c74" + "65496e6e6572" + "a0"
            + "645465787461" + "61", 1);

    private final Path folder;
    private final List<String> protocols = List.copyOf(Lab.PROTOCOLS.keySet());

    ModelTarget(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public Attempt next(SplittableRandom random) {
        String protocol = protocols.get(random.nextInt(protocols.size()));
        try {
            Map<String, Object> tree = Lab.model(protocol);
            if (random.nextInt(4) > 0) {
                new TreeMutation(random).damage(tree);
            }
            byte[] model = Lab.JSON.writeValueAsBytes(tree);
            byte[] damaged = random.nextInt(3) > 0 ? model : new Mutation(random).of(model);
            boolean isPacked = random.nextInt(5) == 0;
            byte[] file = !isPacked ? damaged : random.nextBoolean() ? gzip(damaged)
                    : new Mutation(random).of(gzip(damaged));
            return attempt(file, isPacked, Lab.PROTOCOLS.get(protocol));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private Attempt attempt(byte[] model, boolean isPacked, Protocol protocol) throws IOException {
        Path file = folder.resolve(SERVICE).resolve("2020-01-01").resolve("service-2.json" + (isPacked ? ".gz" : ""));
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file.resolveSibling("service-2.json" + (isPacked ? "" : ".gz")));
        Files.write(file, model);
        return new Attempt("a model for " + protocol, model, () -> {
            ServiceModel service = new ModelLibrary().catalog(List.of(folder)).service(SERVICE, null).model();
            return use(service, protocol);
        }, Attempt.permit("", ModelException.class), BOUNDS);
    }

    /** Asks for everything; one broken operation does not keep the others from being tried. */
    private static Object use(ServiceModel service, Protocol protocol) {
        List<Object> result = new ArrayList<>();
        TucuxiException broken = null;
        service.serviceId();
        service.hyphenizedServiceId();
        service.protocols();
        service.signingName();
        for (String name : service.operationNames()) {
            try {
                OperationModel operation = service.operation(name);
                result.add(operation.httpMethod() + operation.requestUri());
                int[] left = {MOST_SHAPES};
                walk(operation.input(), 0, left);
                walk(operation.output(), 0, left);
                operation.errors();
                operation.idempotentMembers();
                use(protocol.compile(operation, CodecSettings.DEFAULTS), protocol);
            } catch (ModelException e) {
                broken = e;
            }
        }
        if (broken != null) {
            throw broken;
        }
        service.errorShapes();
        service.methodToOperation();
        return result;
    }

    /** Shapes are compiled when they are needed first. */
    private static void use(OperationCodec codec, Protocol protocol) {
        try {
            codec.serialize(PARAMETERS);
        } catch (ParamValidationException e) {
            // that is what a wrong parameter comes to
        }
        boolean isTree = protocol instanceof JsonProtocol || protocol instanceof RestJsonProtocol;
        byte[] body = protocol instanceof RpcV2CborProtocol ? CBOR : isTree ? JSON : XML;
        for (int status : new int[] {200, 400}) {
            try {
                codec.parse(new RawResponse(status, HttpHeaders.of(Map.of("x-text", "a", "x-number", "1")),
                        body.clone(),
                        new HashMap<>()));
            } catch (ResponseParserException e) {
                // that is what a wrong response comes to
            }
        }
    }

    private static void walk(Shape shape, int depth, int[] left) {
        if (shape == null || depth > DEEPEST || --left[0] < 0) {
            return;
        }
        if (shape instanceof StructureShape structure) {
            structure.members().values().forEach(member -> walk(member, depth + 1, left));
        } else if (shape instanceof ListShape list) {
            walk(list.member(), depth + 1, left);
        } else if (shape instanceof MapShape map) {
            walk(map.key(), depth + 1, left);
            walk(map.value(), depth + 1, left);
        }
    }
}
