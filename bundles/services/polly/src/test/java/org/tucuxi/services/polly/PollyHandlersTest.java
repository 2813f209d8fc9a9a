package org.tucuxi.services.polly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.services.shared.testing.ServiceEvents;

class PollyHandlersTest {

    private static final ServiceEvents POLLY = ServiceEvents.of("polly");

    private static AwsRequest afterSigning(boolean isPresigned) {
        AwsRequest request = ServiceEvents.request("GET", "https://polly/", "");
        request.headers().put("Content-Type", "application/json");
        request.context().put("is_presign_request", isPresigned);
        new PresignedSpeech().handle(POLLY.sign("SynthesizeSpeech", request));
        return request;
    }

    @Test
    void presignsNoContentType() {
        assertThat(afterSigning(true).headers().contains("Content-Type")).isFalse();
        assertThat(afterSigning(false).headers().get("Content-Type")).isEqualTo("application/json");
    }

    /** The reference removes it for lack of HTTP/2, which Tucuxi speaks. */
    @Test
    void keepsTheStreamInBothDirections() {
        assertThat(POLLY.model().methodToOperation()).containsKey("start_speech_synthesis_stream");
        assertThat(POLLY.operation("StartSpeechSynthesisStream").hasEventStreamInput()).isTrue();
    }
}
