package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.http.HttpBody;

/** Checksums of bodies, by the check values of the algorithms. */
class BodyChecksumTest {

    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"CRC32,y/Q5Jg==", "crc32,y/Q5Jg==", "CRC32C,4waSgw==", "CRC64NVME,rosUhgp5mIg=",
        "SHA1,98O8HYCOBHMq32eZZczDTKeuNEE=",
        "SHA256,FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="})
    void isThatOfTheAlgorithm(String algorithm, String expected) throws IOException {
        assertThat(BodyChecksum.of(algorithm, HttpBody.of(DIGITS))).isEqualTo(expected);
    }

    @Test
    void isThatOfAStreamToo() throws IOException {
        HttpBody body = HttpBody.of(new ByteArrayInputStream(DIGITS));

        assertThat(BodyChecksum.of("CRC32", body)).isEqualTo("y/Q5Jg==");
        assertThat(body.open().readAllBytes()).isEqualTo(DIGITS);
    }

    @Test
    void refusesWhatItCannotCompute() {
        assertThatThrownBy(() -> BodyChecksum.of("XXHASH3", HttpBody.of(DIGITS)))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("XXHASH3").hasMessageContaining("SHA256");
    }
}
