package org.tucuxi.services.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.http.HttpBody;
import org.tucuxi.services.shared.testing.ServiceEvents;

class AcceptJsonTest {

    private static final ServiceEvents APIGATEWAY = ServiceEvents.of("apigateway");

    @Test
    void asksForJsonUnlessToldOtherwise() {
        BeforeCall event = APIGATEWAY.call("GetRestApis", HttpBody.EMPTY, null);
        BeforeCall other = APIGATEWAY.call("GetExport", HttpBody.EMPTY, null);
        other.params().headers().put("Accept", "application/yaml");

        new AcceptJson().handle(event);
        new AcceptJson().handle(other);

        assertThat(event.params().headers().get("Accept")).isEqualTo("application/json");
        assertThat(other.params().headers().get("Accept")).isEqualTo("application/yaml");
    }
}
