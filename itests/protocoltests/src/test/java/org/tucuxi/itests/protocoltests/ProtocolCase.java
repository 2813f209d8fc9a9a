package org.tucuxi.itests.protocoltests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.Protocol;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/**
 * A case of a request or a response.
 *
 * @param service the service
 * @param operation the operation that is called
 * @param error the error that the response is; null for none
 * @param test the case
 */
record ProtocolCase(ServiceShape service, OperationShape operation, Shape error, HttpMessageTestCase test)
        implements SuiteCase {

    /** The cases of a service that are for clients. */
    static List<ProtocolCase> of(Model model, ServiceShape service) {
        List<ProtocolCase> cases = new ArrayList<>();
        for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
            operation.getTrait(HttpRequestTestsTrait.class).stream().flatMap(trait -> trait.getTestCases().stream())
                    .forEach(test -> cases.add(new ProtocolCase(service, operation, null, test)));
            responses(operation).forEach(test -> cases.add(new ProtocolCase(service, operation, null, test)));
            for (ShapeId id : operation.getErrors(service)) {
                Shape error = model.expectShape(id);
                responses(error).forEach(test -> cases.add(new ProtocolCase(service, operation, error, test)));
            }
        }
        cases.removeIf(found -> !found.isForClients());
        return cases;
    }

    private static Stream<HttpResponseTestCase> responses(Shape shape) {
        return shape.getTrait(HttpResponseTestsTrait.class).stream().flatMap(trait -> trait.getTestCases().stream());
    }

    /** Whether the case is for clients, and of a protocol that the service speaks. */
    private boolean isForClients() {
        Optional<AppliesTo> side = test.getAppliesTo();
        return (side.isEmpty() || side.get() == AppliesTo.CLIENT) && service.hasTrait(test.getProtocol());
    }

    @Override
    public String protocol() {
        return test.getProtocol().getName();
    }

    /** AWS gives the same name to a request and its response. */
    @Override
    public String name() {
        String kind = test instanceof HttpRequestTestCase ? "request" : "response";
        String shared = error == null ? "" : "/" + operation.getId().getName();
        return protocol() + "/" + kind + "/" + test.getId() + shared;
    }

    @Override
    public void run(Model model, ServiceModel loaded, Protocol protocol) throws Exception {
        OperationModel called = loaded.operation(operation.getId().getName(service));
        var codec = protocol.compile(called, CodecSettings.DEFAULTS);
        Values values = new Values(model);
        if (test instanceof HttpRequestTestCase request) {
            new RequestCheck(called, values, request).check(codec, model.expectShape(operation.getInputShape()));
        } else {
            Shape shape = error == null ? model.expectShape(operation.getOutputShape()) : error;
            new ResponseCheck(called, values, (HttpResponseTestCase) test).check(codec, shape, error != null);
        }
    }
}
