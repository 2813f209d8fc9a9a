package org.tucuxi.itests.protocoltests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocol.ResponseParserException;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.eventstream.Event;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestCase;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestsTrait;
import software.amazon.smithy.protocoltests.traits.eventstream.EventType;

/**
 * A case of events that are sent, received, or both.
 *
 * @param service the service
 * @param operation the operation that is called
 * @param test the case
 */
record EventStreamCase(ServiceShape service, OperationShape operation, EventStreamTestCase test) implements SuiteCase {

    private static final int OK = 200;

    /** The cases of a service that are for clients. */
    static List<EventStreamCase> of(Model model, ServiceShape service) {
        List<EventStreamCase> cases = new ArrayList<>();
        for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
            operation.getTrait(EventStreamTestsTrait.class).stream().flatMap(trait -> trait.getTestCases().stream())
                    .filter(test -> service.hasTrait(test.getProtocol()))
                    .filter(test -> test.getAppliesTo().orElse(AppliesTo.CLIENT) == AppliesTo.CLIENT)
                    .forEach(test -> cases.add(new EventStreamCase(service, operation, test)));
        }
        return cases;
    }

    @Override
    public String protocol() {
        return test.getProtocol().getName();
    }

    @Override
    public String name() {
        return protocol() + "/events/" + test.getId();
    }

    @Override
    public void run(Model model, ServiceModel loaded, Protocol protocol) throws Exception {
        Values values = new Values(model);
        var codec = protocol.compile(loaded.operation(operation.getId().getName(service)), CodecSettings.DEFAULTS);
        if (has(EventType.REQUEST) || test.getInitialRequest().isPresent()) {
            send(codec, values, model.expectShape(operation.getInputShape()));
        }
        if (!has(EventType.RESPONSE) && test.getInitialResponse().isEmpty()) {
            return;
        }
        Shape output = model.expectShape(operation.getOutputShape());
        if (test.getExpectation().isSuccess()) {
            receive(codec, values, output);
        } else {
            fail(codec, values, output);
        }
    }

    private boolean has(EventType type) {
        return test.getEvents().stream().anyMatch(event -> event.getType() == type);
    }

    private List<Event> events(EventType type) {
        return test.getEvents().stream().filter(event -> event.getType() == type).toList();
    }

    private static MemberShape stream(Model model, Shape shape) {
        return shape.members().stream().filter(member -> model.expectShape(member.getTarget()).isUnionShape())
                .findFirst().orElseThrow();
    }

    private static byte[] bytes(List<Event> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        events.forEach(event -> bytes.writeBytes(event.getBytes().orElseThrow()));
        return bytes.toByteArray();
    }

    private static Map<String, Object> params(Optional<ObjectNode> node, Values values, Shape shape) {
        Map<String, Object> result = new LinkedHashMap<>();
        node.ifPresent(params -> ((Map<?, ?>) values.of(params, shape)).forEach((k, v) -> result.put((String) k, v)));
        return result;
    }

    private void send(OperationCodec codec, Values values, Shape input) throws Exception {
        MemberShape stream = stream(values.model(), input);
        List<Event> sent = events(EventType.REQUEST);
        Map<String, Object> params = params(test.getInitialRequestParams(), values, input);
        params.put(stream.getMemberName(),
                sent.stream().map(event -> values.of(event.getParams().orElseThrow(), stream)).toList());

        SerializedRequest request = codec.serialize(params);

        if (test.getInitialRequest().isPresent()) {
            ObjectNode initial = test.getInitialRequest().get();
            assertThat(request.method()).isEqualTo(initial.expectStringMember("method").getValue());
            assertThat(request.urlPath()).isEqualTo(initial.expectStringMember("uri").getValue());
            headers(initial).forEach(
                    (name, value) -> assertThat(request.headers().get(name)).as(name).isEqualTo(value));
        }
        try (InputStream in = request.body().open()) {
            assertThat(plain(in.readAllBytes())).as("frames").isEqualTo(plain(bytes(sent)));
        }
    }

    /** Frames with their payloads in a form in which equal ones are equal. */
    private static List<Object> plain(byte[] bytes) throws Exception {
        List<Object> result = new ArrayList<>();
        for (Frames.Frame frame : Frames.decode(bytes)) {
            boolean json = "string application/json".equals(frame.headers().get(":content-type"));
            result.add(frame.headers());
            result.add(Bodies.canonical(frame.payload(), json ? "application/json" : null));
        }
        return result;
    }

    private static Map<String, String> headers(ObjectNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.getObjectMember("headers").ifPresent(found -> found.getStringMap()
                .forEach((name, value) -> headers.put(name, value.expectStringNode().getValue())));
        return headers;
    }

    /** What the service answers: the initial response and the frames. */
    private RawResponse response() {
        HttpHeaders headers = new HttpHeaders();
        ObjectNode initial = test.getInitialResponse().orElse(ObjectNode.builder().build());
        headers(initial).forEach(headers::put);
        int status = initial.getNumberMemberOrDefault("code", OK).intValue();
        if (status != OK) {
            byte[] body = initial.getStringMemberOrDefault("body", "").getBytes(UTF_8);
            return new RawResponse(status, headers, body, new HashMap<>());
        }
        return new RawResponse(status, headers, new ByteArrayInputStream(bytes(events(EventType.RESPONSE))),
                new HashMap<>());
    }

    private void receive(OperationCodec codec, Values values, Shape output) {
        MemberShape stream = stream(values.model(), output);

        Map<String, Object> result = codec.parse(response());

        List<Object> received = new ArrayList<>();
        try (EventStream events = (EventStream) result.remove(stream.getMemberName())) {
            events.forEach(event -> received.add(Values.canonical(event)));
        }
        result.remove("ResponseMetadata");
        assertThat(Values.canonical(result)).as("result")
                .isEqualTo(Values.canonical(params(test.getInitialResponseParams(), values, output)));
        List<Object> expected = events(EventType.RESPONSE).stream()
                .map(event -> Values.canonical(values.of(event.getParams().orElseThrow(), stream))).toList();
        assertThat(received).as("events").isEqualTo(expected);
    }

    /** The call fails, or its events do, with the error that the case names. */
    private void fail(OperationCodec codec, Values values, Shape output) {
        Optional<ShapeId> expected = test.getExpectation().getFailure().orElseThrow().getErrorId();
        String code;
        try {
            Map<String, Object> result = codec.parse(response());
            if (result.get(stream(values.model(), output).getMemberName()) instanceof EventStream events) {
                events.forEach(event -> { });
            }
            assertThat(result.get("Error")).as("error").isInstanceOf(Map.class);
            code = String.valueOf(((Map<?, ?>) result.get("Error")).get("Code"));
        } catch (EventStreamException e) {
            code = e.code();
        } catch (ResponseParserException e) {
            code = e.getMessage();
        }
        if (expected.isPresent()) {
            assertThat(code).as("code").isIn(expected.get().getName(), eventOf(values.model(), output, expected.get()));
        }
    }

    /** An error among events is known by the name of its member. */
    private static String eventOf(Model model, Shape output, ShapeId error) {
        return model.expectShape(stream(model, output).getTarget()).members().stream()
                .filter(member -> member.getTarget().equals(error)).map(MemberShape::getMemberName)
                .findFirst().orElse(null);
    }
}
