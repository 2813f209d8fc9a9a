package org.tucuxi.services.machinelearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.services.shared.testing.ServiceEvents;

class PredictionEndpointTest {

    private static final ServiceEvents MACHINELEARNING = ServiceEvents.of("machinelearning");

    private static String url(String body) {
        AwsRequest request = ServiceEvents.request("POST", "https://machinelearning.us-east-1.amazonaws.com/?a=b", body);
        new PredictionEndpoint().handle(MACHINELEARNING.created("Predict", request));
        return request.url();
    }

    @ParameterizedTest
    @CsvSource({"https://realtime.example.com, https://realtime.example.com/?a=b",
        "http://realtime.example.com:8080/own?x=y, http://realtime.example.com:8080/?a=b"})
    void predictsWhereTheModelIs(String endpoint, String url) {
        assertThat(url("{\"PredictEndpoint\":\"" + endpoint + "\"}")).isEqualTo(url);
    }

    @Test
    void leavesTheUrlWithoutAnEndpoint() {
        assertThat(url("{}")).isEqualTo("https://machinelearning.us-east-1.amazonaws.com/?a=b");
    }

    @Test
    void saysWhatAnEndpointIs() {
        assertThatThrownBy(() -> url("{\"PredictEndpoint\":\"realtime\"}"))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining("realtime");
    }
}
