package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.client.validation.Models;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;

class EndpointParametersTest {

    private static final StructureShape INPUT = Models.structure(Map.of(
            "Input", Map.of("type", "structure", "members", Map.of(
                    "Name", Map.of("shape", "Text", "contextParam", Map.of("name", "Both")), "Items", Map.of("shape", "Items"))),
            "Text", Map.of("type", "string"),
            "Items", Map.of("type", "map", "key", Map.of("shape", "Text"), "value", Map.of("shape", "Text"))), "Input");

    private static EndpointParameters parameters(Map<String, Object> paths, String... names) {
        Map<String, RuleSet.Parameter> all = new LinkedHashMap<>();
        for (String name : names) {
            all.put(name, new RuleSet.Parameter(name, "stringArray", null, null, false));
        }
        ServiceModel service = Stub.of(ServiceModel.class,
                Map.of("serviceName", "lab", "clientContextParams", Map.of("Both", Map.of())));
        return EndpointParameters.of(new Rules(all), new Operation(service, Map.of("operationContextParams", paths)));
    }

    private record Rules(Map<String, Parameter> parameters) implements RuleSet {
        @Override
        public Endpoint resolve(Map<String, Object> values) {
            throw new AssertionError("the tested code must not ask for this");
        }
    }

    private record Operation(ServiceModel service, Map<String, Object> traits) implements OperationModel {
        @Override
        public String name() {
            return "Do";
        }

        @Override
        public String httpMethod() {
            return "POST";
        }

        @Override
        public String requestUri() {
            return "/";
        }

        @Override
        public StructureShape input() {
            return INPUT;
        }

        @Override
        public StructureShape output() {
            return null;
        }

        @Override
        public List<StructureShape> errors() {
            return List.of();
        }

        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }
    }

    @Test
    void aPathFindsAValueAnywhereInTheParameters() {
        EndpointParameters parameters = parameters(Map.of("Arns", Map.of("path", "keys(Items)")), "Arns", "Other");

        assertThat(parameters.values(Map.of("Items", Map.of("k", "v")), Map.of(), Map.of()))
                .isEqualTo(Map.of("Arns", List.of("k")));
        assertThat(parameters.values(Map.of(), Map.of(), Map.of())).isEmpty();
    }

    @Test
    void aMemberComesBeforeAPathAndAPathBeforeTheClient() {
        EndpointParameters parameters = parameters(Map.of("Both", Map.of("path", "keys(Items)")), "Both");
        Map<String, Object> client = Map.of("both", "of the client");

        assertThat(parameters.values(Map.of("Name", "n", "Items", Map.of("k", "v")), client, Map.of())).containsEntry("Both", "n");
        assertThat(parameters.values(Map.of("Items", Map.of("k", "v")), client, Map.of()))
                .containsEntry("Both", List.of("k"));
        assertThat(parameters.values(Map.of(), client, Map.of())).containsEntry("Both", "of the client");
    }

    @Test
    void aBrokenPathIsToldByOperationAndParameter() {
        assertThatThrownBy(() -> parameters(Map.of("Arns", Map.of("path", "a[0]")), "Arns")).isInstanceOf(ModelException.class)
                .hasMessageContaining("lab, operation Do").hasMessageContaining("parameter Arns").hasMessageContaining("a[0]");
        assertThatThrownBy(() -> parameters(Map.of("Arns", Map.of()), "Arns")).isInstanceOf(ModelException.class)
                .hasMessageContaining("has no path");
    }
}
