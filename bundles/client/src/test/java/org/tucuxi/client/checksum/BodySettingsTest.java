package org.tucuxi.client.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

class BodySettingsTest {

    private static final ClientConfig NOTHING_GIVEN = ClientConfig.builder().build();

    @Test
    void theReferencesDefaults() {
        ClientConfig config = complete(NOTHING_GIVEN, Map.of());

        assertThat(config.requestChecksumCalculation()).isEqualTo("when_supported");
        assertThat(config.responseChecksumValidation()).isEqualTo("when_supported");
        assertThat(config.requestMinCompressionSizeBytes()).isEqualTo(10240);
        assertThat(config.disableRequestCompression()).isFalse();
        assertThat(BodySettings.features(config)).containsExactlyInAnyOrder("Z", "b");
    }

    @Test
    void whatProfileOrEnvironmentSay() {
        ClientConfig config = complete(NOTHING_GIVEN, Map.of("request_checksum_calculation", "When_Required",
                "response_checksum_validation", "WHEN_REQUIRED", "request_min_compression_size_bytes", " 128 ",
                "disable_request_compression", true));

        assertThat(config.requestChecksumCalculation()).isEqualTo("when_required");
        assertThat(config.responseChecksumValidation()).isEqualTo("when_required");
        assertThat(config.requestMinCompressionSizeBytes()).isEqualTo(128);
        assertThat(config.disableRequestCompression()).isTrue();
        assertThat(BodySettings.features(config)).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void whatCodeGivesWins() {
        ClientConfig given = ClientConfig.builder().requestChecksumCalculation("WHEN_SUPPORTED")
                .responseChecksumValidation("when_required").requestMinCompressionSizeBytes(1)
                .disableRequestCompression(false).build();

        ClientConfig config = complete(given, Map.of("request_checksum_calculation", "when_required",
                "response_checksum_validation", "when_supported", "request_min_compression_size_bytes", "128",
                "disable_request_compression", true));

        assertThat(config.requestChecksumCalculation()).isEqualTo("when_supported");
        assertThat(config.responseChecksumValidation()).isEqualTo("when_required");
        assertThat(config.requestMinCompressionSizeBytes()).isEqualTo(1);
        assertThat(config.disableRequestCompression()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request_checksum_calculation", "response_checksum_validation"})
    void anUnknownModeIsRefused(String option) {
        assertThatThrownBy(() -> complete(NOTHING_GIVEN, Map.of(option, "Never"))).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(option).hasMessageContaining("when_required").hasMessageContaining("never");
        assertThatThrownBy(() -> ClientConfig.builder().option(option, "never").build())
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining(option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1048577", "99999999999999999999", "many", ""})
    void aMinimumSizeOutsideItsRangeIsRefused(String size) {
        assertThatThrownBy(() -> complete(NOTHING_GIVEN, Map.of("request_min_compression_size_bytes", size)))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("1 to 1048576")
                .hasMessageContaining('"' + size + '"');
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1048577})
    void aMinimumSizeOutsideItsRangeIsRefusedOfCodeToo(int size) {
        assertThatThrownBy(() -> ClientConfig.builder().requestMinCompressionSizeBytes(size).build())
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("1 to 1048576");
    }

    private static ClientConfig complete(ClientConfig given, Map<String, Object> variables) {
        Configuration configuration = (Configuration) Proxy.newProxyInstance(Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class}, (proxy, method, arguments) -> variables.get(arguments[0]));
        ClientConfig.Builder builder = ClientConfig.builder();
        BodySettings.complete(builder, given, configuration);
        return builder.build();
    }
}
