package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tucuxi.http.IncompleteReadException;
import org.tucuxi.http.StreamingBody;

/** What a caller reads of a streaming body, whatever its length was said to be. */
class StreamingBodyTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @Test
    void allBytesOfABodyOfKnownLength() throws IOException {
        assertThat(body(3).readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void theRestOfABodyThatWasBegun() throws IOException {
        StreamingBody body = body(3);

        assertThat(body.read()).isEqualTo(1);

        assertThat(body.readAllBytes()).containsExactly(2, 3);
        assertThat(body.readAllBytes()).isEmpty();
    }

    @Test
    void allBytesOfABodyOfUnknownLength() throws IOException {
        assertThat(body(-1).readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void aBodyThatEndsEarlyIsNotSilentlyShort() {
        assertThatExceptionOfType(IncompleteReadException.class).isThrownBy(() -> body(4).readAllBytes());
    }

    @Test
    void aBodyThatIsLongerThanAnnouncedIsNotSilentlyCutOff() {
        assertThatExceptionOfType(IncompleteReadException.class).isThrownBy(() -> body(1).readAllBytes());
    }

    private static StreamingBody body(long announced) {
        return new StreamingBody(new ByteArrayInputStream(CONTENT), announced);
    }
}
