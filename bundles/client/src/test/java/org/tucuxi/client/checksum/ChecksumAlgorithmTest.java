package org.tucuxi.client.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucuxi.http.AwsChunkedBody.Sum;
import org.tucuxi.http.FlexibleChecksumException;

class ChecksumAlgorithmTest {

    private static final byte[] INPUT = input(5000);

    @ParameterizedTest
    @CsvFileSource(resources = "/checksum/algorithms.csv")
    void agreesWithOtherImplementationsForEveryLengthUpToTwoThousand(String name, String ofDigits, String ofAll)
            throws Exception {
        ChecksumAlgorithm algorithm = ChecksumAlgorithm.of(name);
        MessageDigest all = MessageDigest.getInstance("SHA-256");

        for (int length = 0; length <= 2000; length++) {
            all.update(digest(algorithm, INPUT, length));
        }

        assertThat(Base64.getEncoder().encodeToString(digest(algorithm, "123456789".getBytes(StandardCharsets.US_ASCII), 9)))
                .isEqualTo(ofDigits);
        assertThat(HexFormat.of().formatHex(all.digest())).isEqualTo(ofAll);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/checksum/hashes.csv", numLinesToSkip = 2)
    void computesWhatTheJdkLacks(int length, String crc64, String xxhash64, String xxhash3, String xxhash128) {
        HexFormat hex = HexFormat.of();

        assertThat(hex.formatHex(digest(ChecksumAlgorithm.CRC64NVME, INPUT, length))).isEqualTo(crc64);
        assertThat(hex.formatHex(digest(ChecksumAlgorithm.XXHASH64, INPUT, length))).isEqualTo(xxhash64);
        assertThat(hex.formatHex(digest(ChecksumAlgorithm.XXHASH3, INPUT, length))).isEqualTo(xxhash3);
        assertThat(hex.formatHex(digest(ChecksumAlgorithm.XXHASH128, INPUT, length))).isEqualTo(xxhash128);
    }

    @ParameterizedTest
    @EnumSource(ChecksumAlgorithm.class)
    void doesNotMindHowTheInputIsCut(ChecksumAlgorithm algorithm) {
        Random random = new Random(4);
        for (int run = 0; run < 300; run++) {
            int length = random.nextInt(INPUT.length + 1);
            int most = 1 + random.nextInt(700);
            Sum sum = algorithm.sum();
            for (int at = 0; at < length;) {
                int count = Math.min(random.nextInt(most + 1), length - at);
                sum.update(INPUT, at, count);
                at += count;
            }
            assertThat(sum.digest()).hasSize(sum.size()).isEqualTo(digest(algorithm, INPUT, length));
        }
    }

    @Test
    void readsNothingOutsideItsPart() {
        byte[] padded = new byte[1000];
        System.arraycopy(INPUT, 0, padded, 300, 400);

        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            Sum sum = algorithm.sum();
            sum.update(padded, 300, 400);
            assertThat(sum.digest()).isEqualTo(digest(algorithm, INPUT, 400));
        }
    }

    @Test
    void listsTheNamesWhenOneIsUnknown() {
        assertThatThrownBy(() -> ChecksumAlgorithm.of("crc16")).isInstanceOf(FlexibleChecksumException.class)
                .hasMessageStartingWith("Unsupported checksum algorithm: crc16 (supported are crc32, crc32c, crc64nvme, sha1, ")
                .hasMessageContaining("xxhash128");
    }

    private static byte[] digest(ChecksumAlgorithm algorithm, byte[] bytes, int length) {
        Sum sum = algorithm.sum();
        sum.update(bytes, 0, length);
        return sum.digest();
    }

    /** The bytes whose checksums the resources have. */
    private static byte[] input(int length) {
        byte[] bytes = new byte[length];
        int state = 1;
        for (int i = 0; i < length; i++) {
            state = state * 1_103_515_245 + 12_345 & 0x7fffffff;
            bytes[i] = (byte) (state >> 16);
        }
        return bytes;
    }
}
