package org.tucuxi.config.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigParseException;
import org.tucuxi.config.Configuration.Explanation;
import org.tucuxi.config.ProfileNotFoundException;

class ConfigurationReaderTest {

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Object> overrides = new HashMap<>();
    private final ConfigurationReader reader = new ConfigurationReader();

    @BeforeEach
    void useTheFoldersHome() throws IOException {
        environment.put("HOME", home.toString());
        Files.createDirectory(home.resolve(".aws"));
    }

    @Test
    void withoutAnythingThereAreTheDefaults() {
        Configuration configuration = read();

        assertThat(configuration.profile()).isEmpty();
        assertThat(configuration.isProfileExplicit()).isFalse();
        assertThat(configuration.scopedConfig()).isEmpty();
        assertThat(configuration.fullConfig())
                .isEqualTo(Map.of("profiles", Map.of(), "sso_sessions", Map.of(), "services", Map.of()));
        assertThat(configuration.text("region")).isNull();
        assertThat(configuration.text("retry_mode")).isEqualTo("legacy");
        assertThat(configuration.text("defaults_mode")).isEqualTo("legacy");
        assertThat(configuration.number("metadata_service_timeout")).isEqualTo(1);
        assertThat(configuration.number("max_attempts")).isNull();
        assertThat(configuration.flag("disable_request_compression")).isFalse();
        assertThat(configuration.flag("use_fips_endpoint")).isNull();
        assertThat(configuration.get("parameter_validation")).isEqualTo(true);
        assertThat(configuration.get("api_versions")).isEqualTo(Map.of());
        assertThat(configuration.section("s3")).isEmpty();
        assertThat(configuration.get("s3")).isNull();
    }

    @Test
    void theProgramBeatsTheEnvironmentAndThatTheProfileAndThatTheDefault() {
        config("[default]\nretry_mode = a\n");
        assertThat(read().text("retry_mode")).isEqualTo("a");

        environment.put("AWS_RETRY_MODE", "b");
        assertThat(read().text("retry_mode")).isEqualTo("b");

        overrides.put("retry_mode", "c");
        assertThat(read().text("retry_mode")).isEqualTo("c");
    }

    @Test
    void anEmptyEnvironmentVariableCounts() {
        config("[default]\nca_bundle = a\n");
        environment.put("AWS_CA_BUNDLE", "");

        assertThat(read().text("ca_bundle")).isEmpty();
    }

    @Test
    void theRegionIsThatOfAllAwsToolsBeforeThatOfTheReference() {
        environment.put("AWS_DEFAULT_REGION", "eu-west-1");
        assertThat(read().text("region")).isEqualTo("eu-west-1");

        environment.put("AWS_REGION", "eu-west-2");
        assertThat(read().text("region")).isEqualTo("eu-west-2");
    }

    @Test
    void theProfileIsThatOfAllAwsToolsBeforeThatOfTheReference() {
        config("[profile a]\nregion = ra\n[profile b]\nregion = rb\n");
        environment.put("AWS_DEFAULT_PROFILE", "a");
        assertThat(read().profile()).contains("a");

        environment.put("AWS_PROFILE", "b");
        Configuration configuration = read();

        assertThat(configuration.profile()).contains("b");
        assertThat(configuration.isProfileExplicit()).isFalse();
        assertThat(configuration.text("region")).isEqualTo("rb");
        assertThat(configuration.text("profile")).isEqualTo("b");
    }

    @Test
    void aProfileOfTheProgramIsExplicit() {
        config("[profile a]\nregion = ra\n");
        overrides.put("profile", "a");

        assertThat(read().isProfileExplicit()).isTrue();
        assertThat(read().profile()).contains("a");
    }

    @Test
    void aProfileThatWasChosenMustBeThereEvenTheDefaultOne() {
        config("[profile a]\n");
        environment.put("AWS_PROFILE", "default");

        assertThatThrownBy(this::read).isInstanceOf(ProfileNotFoundException.class)
                .hasMessageContaining("The config profile (default) could not be found")
                .hasMessageContaining("environment AWS_PROFILE")
                .hasMessageContaining("they have a");
    }

    @Test
    void theCredentialsFileIsLaidOverTheConfigurationFileKeyByKey() {
        config("[profile dev]\nregion = r\naws_access_key_id = c\n");
        credentials("[dev]\naws_access_key_id = k\n[profile x]\na = b\n");
        overrides.put("profile", "dev");

        Configuration configuration = read();

        assertThat(configuration.scopedConfig()).isEqualTo(Map.of("region", "r", "aws_access_key_id", "k"));
        assertThat(configuration.credentialsFileProfiles())
                .isEqualTo(Map.of("dev", Map.of("aws_access_key_id", "k"), "profile x", Map.of("a", "b")));
        assertThat(configuration.configFileProfiles())
                .isEqualTo(Map.of("dev", Map.of("region", "r", "aws_access_key_id", "c")));
        assertThat(configuration.fullConfig().get("profiles")).isEqualTo(Map.of(
                "dev", Map.of("region", "r", "aws_access_key_id", "k"), "profile x", Map.of("a", "b")));
    }

    @Test
    void filesAreWhereEnvironmentOrProgramSay() throws IOException {
        Files.writeString(home.resolve("c"), "[default]\nregion = r\n");
        Files.writeString(home.resolve("k"), "[default]\naws_access_key_id = k\n");
        environment.put("AWS_CONFIG_FILE", "~/c");
        environment.put("NAME", "k");
        overrides.put("credentials_file", "$HOME/${NAME}");

        assertThat(read().scopedConfig()).isEqualTo(Map.of("region", "r", "aws_access_key_id", "k"));
    }

    @Test
    void aMistakeInAFileIsNamedWithFileAndLine() {
        config("[default]\nregion\n");

        assertThatThrownBy(this::read).isInstanceOf(ConfigParseException.class)
                .hasMessageContaining(home.resolve(".aws/config") + ":2: ");
    }

    @Test
    void valuesAreConvertedToTheirTypes() {
        config("[default]\ncsm_port = 1\nuse_fips_endpoint = TRUE\nuse_dualstack_endpoint = 1\n"
                + "request_min_compression_size_bytes = 5\napi_versions =\n  ec2 = 2015-03-01\n");
        overrides.put("metadata_service_timeout", 7L);
        overrides.put("max_attempts", " 4 ");
        overrides.put("tcp_keepalive", true);

        Configuration configuration = read();

        assertThat(configuration.get("csm_port")).isEqualTo(1);
        assertThat(configuration.get("use_fips_endpoint")).isEqualTo(true);
        assertThat(configuration.get("use_dualstack_endpoint")).isEqualTo(false);
        assertThat(configuration.get("request_min_compression_size_bytes")).isEqualTo("5");
        assertThat(configuration.get("api_versions")).isEqualTo(Map.of("ec2", "2015-03-01"));
        assertThat(configuration.get("metadata_service_timeout")).isEqualTo(7);
        assertThat(configuration.get("max_attempts")).isEqualTo(4);
        assertThat(configuration.get("tcp_keepalive")).isEqualTo(true);
    }

    @Test
    void aMistakeIsToldInOneShortLine() {
        environment.put("AWS_MAX_ATTEMPTS", "m\u001b[31m" + "x".repeat(50_000));
        Configuration configuration = read();

        assertThatThrownBy(() -> configuration.get("max_attempts")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("is not a whole number: m?[31mxxx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(700));
    }

    @Test
    void aMistakeInAVariableHarmsOnlyWhoAsksForIt() {
        environment.put("AWS_MAX_ATTEMPTS", "many");

        Configuration configuration = read();

        assertThat(configuration.text("region")).isNull();
        assertThat(explained(configuration, "max_attempts").source()).contains("cannot be used");
        assertThatThrownBy(() -> configuration.get("max_attempts")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("max_attempts is not a whole number: many (environment AWS_MAX_ATTEMPTS)");
    }

    @Test
    void aVariableThatIsNotThereIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> read().get("regoin")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("regoin");
        assertThatThrownBy(() -> read().section("region")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theS3SectionLaysItsOtherSourcesOverTheProfilesBlock() {
        config("""
                [default]
                s3_us_east_1_regional_endpoint = regional
                s3 =
                  addressing_style = path
                  use_arn_region = true
                  us_east_1_regional_endpoint = legacy
                  payload_signing_enabled = True
                  max_bandwidth = 5MB/s
                """);
        environment.put("AWS_S3_USE_ARN_REGION", "false");
        overrides.put("use_accelerate_endpoint", true);

        assertThat(read().section("s3")).isEqualTo(Map.of("addressing_style", "path", "use_arn_region", false,
                "us_east_1_regional_endpoint", "regional", "payload_signing_enabled", true, "max_bandwidth", "5MB/s",
                "use_accelerate_endpoint", true));
    }

    @Test
    void aSectionThatIsNoBlockIsPassedOver() {
        config("[default]\ns3 = path\nproxy_client_cert = c\nproxy_use_forwarding_for_https = true\n");
        environment.put("AWS_S3_USE_ARN_REGION", "true");

        assertThat(read().section("s3")).isEqualTo(Map.of("use_arn_region", true));
        assertThat(read().section("proxies_config"))
                .isEqualTo(Map.of("proxy_client_cert", "c", "proxy_use_forwarding_for_https", true));
    }

    @Test
    void aSectionOfTheProgramTakesThePlaceOfAllOthers() {
        config("[default]\ns3 =\n  addressing_style = path\n");
        overrides.put("s3", Map.of("use_arn_region", "true"));

        assertThat(read().section("s3")).isEqualTo(Map.of("use_arn_region", true));
        assertThat(read().get("s3")).isEqualTo(Map.of("use_arn_region", true));
    }

    @Test
    void explainsWhereEveryValueCameFrom() {
        config("[profile dev]\nca_bundle = /ca\ns3 =\n  addressing_style = path\n");
        credentials("[dev]\ndata_path = /models\n");
        environment.put("AWS_REGION", "eu-west-1");
        overrides.put("profile", "dev");

        Configuration configuration = read();

        assertThat(explained(configuration, "region"))
                .isEqualTo(new Explanation("region", "eu-west-1", "environment AWS_REGION"));
        assertThat(explained(configuration, "profile").source()).isEqualTo("set by the program");
        assertThat(explained(configuration, "csm_port")).isEqualTo(new Explanation("csm_port", 31000, "default"));
        assertThat(explained(configuration, "tcp_keepalive"))
                .isEqualTo(new Explanation("tcp_keepalive", null, "not set"));
        assertThat(explained(configuration, "ca_bundle").source())
                .isEqualTo("profile dev in " + home.resolve(".aws/config"));
        assertThat(explained(configuration, "data_path").source())
                .isEqualTo("profile dev in " + home.resolve(".aws/credentials"));
        assertThat(explained(configuration, "s3.addressing_style").value()).isEqualTo("path");
        assertThat(configuration.explain()).extracting(Explanation::variable)
                .startsWith("profile", "region", "data_path").doesNotContain("connect_timeout");
    }

    @Test
    void secretsAreNeverShown() {
        config("[default]\naws_secret_access_key = hunter2\naws_session_token = hunter2\n"
                + "s3 =\n  aws_secret_access_key = hunter2\napi_versions =\n  session_token = hunter2\n");
        environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://me:hunter2@host/");

        Configuration configuration = read();

        assertThat(configuration.explain().toString()).doesNotContain("hunter2").contains("http://****@host/");
        assertThat(configuration.toString()).doesNotContain("hunter2");
    }

    @Test
    void smartDefaultsTakeThePlaceOfDefaultsOnly() {
        config("[default]\nretry_mode = adaptive\n");

        Configuration smart = read().withDefaultsMode("Mobile", "eu-west-1");

        assertThat(smart.text("retry_mode")).isEqualTo("adaptive");
        assertThat(smart.text("sts_regional_endpoints")).isEqualTo("regional");
        assertThat(smart.section("s3")).isEqualTo(Map.of("us_east_1_regional_endpoint", "regional"));
        assertThat(smart.get("connect_timeout")).isEqualTo(30.0);
        assertThat(read().get("connect_timeout")).isNull();
        assertThat(explained(smart, "connect_timeout").source()).isEqualTo("default");
    }

    @Test
    void theDefaultsModeAutoComparesTheClientsRegionWithThePrograms() {
        assertThat(timeout("auto", "eu-west-1")).isEqualTo(3.1);

        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java17");
        environment.put("AWS_DEFAULT_REGION", "eu-west-1");
        assertThat(timeout("auto", "eu-west-1")).isEqualTo(1.1);
        assertThat(timeout("auto", "eu-west-2")).isEqualTo(3.1);
        assertThat(read().withDefaultsMode("auto", "eu-west-1").text("retry_mode")).isEqualTo("standard");
    }

    @Test
    void theDefaultsModeAutoAsksTheMachineWhenTheEnvironmentDoesNotSay() {
        environment.put("AWS_REGION", "eu-west-2");
        reader.instanceRegion = configuration -> Optional.ofNullable(configuration.text("user_agent_appid"));
        assertThat(timeout("auto", "eu-west-1")).isEqualTo(3.1);

        environment.put("AWS_SDK_UA_APP_ID", "eu-west-1");
        assertThat(timeout("auto", "eu-west-1")).isEqualTo(1.1);
        assertThat(timeout("auto", "eu-west-2")).isEqualTo(3.1);
        assertThat(timeout("auto", null)).isEqualTo(3.1);

        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java17");
        assertThat(timeout("auto", "eu-west-2")).isEqualTo(1.1);
    }

    @Test
    void aConfigurationAsksTheMachineThatIsThereNow() {
        Configuration before = read();
        reader.instanceRegion = configuration -> Optional.of("eu-west-1");

        assertThat(before.with(Map.of()).withDefaultsMode("auto", "eu-west-1").get("connect_timeout")).isEqualTo(1.1);

        reader.instanceRegion = null;
        assertThat(before.withDefaultsMode("auto", "eu-west-1").get("connect_timeout")).isEqualTo(3.1);
    }

    @Test
    void aMachineThatCannotSayWhereItIsFailsNoClient() {
        reader.instanceRegion = configuration -> {
            throw new IllegalStateException("no metadata today");
        };

        assertThat(timeout("auto", "eu-west-1")).isEqualTo(3.1);
        assertThat(timeout("standard", "eu-west-1")).isEqualTo(3.1);
    }

    @Test
    void theDefaultsModeLegacyChangesNothingAndAnUnknownOneIsAnError() {
        assertThat(timeout("legacy", null)).isNull();
        assertThatThrownBy(() -> timeout("fast", null)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("fast").hasMessageContaining("in-region");
    }

    @Test
    void theSwitchOfTheNextRetriesMakesThemStandard() {
        environment.put("AWS_NEW_RETRIES_2026", "True");
        assertThat(read().text("retry_mode")).isEqualTo("standard");
    }

    @Test
    void theEnvironmentIsAViewButVariablesAreReadOnce() {
        environment.put("AWS_REGION", "eu-west-1");
        Configuration configuration = read();

        environment.put("AWS_REGION", "eu-west-2");

        assertThat(configuration.text("region")).isEqualTo("eu-west-1");
        assertThat(configuration.environment()).containsEntry("AWS_REGION", "eu-west-2");
        assertThatThrownBy(() -> configuration.environment().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no POSIX permissions")
    void aCredentialsFileThatOthersMayReadIsWarnedOfOnce() throws IOException {
        credentials("[default]\n");
        Path file = home.resolve(".aws/credentials");
        LoosePermissions permissions = new LoosePermissions();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(permissions.warn(file.toString())).isFalse();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(List.of(permissions.warn(file.toString()), permissions.warn(file.toString())))
                .containsExactly(true, false);
        assertThat(permissions.warn(home.resolve("none").toString())).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no POSIX permissions")
    void aConfigurationFileThatOthersMayReadIsWarnedOfWhenItHoldsASecret() throws IOException {
        config("[default]\nregion = eu-west-1\n");
        Path file = home.resolve(".aws/config");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        read();
        assertThat(reader.permissions.warn(file.toString())).as("a warning now, so there was none").isTrue();

        ConfigurationReader another = new ConfigurationReader();
        config("[default]\naws_secret_access_key = s\n");
        another.read(overrides, environment);
        assertThat(another.permissions.warn(file.toString())).as("a second warning").isFalse();
    }

    private Object timeout(String mode, String region) {
        return read().withDefaultsMode(mode, region).get("connect_timeout");
    }

    private static Explanation explained(Configuration configuration, String variable) {
        return configuration.explain().stream().filter(one -> one.variable().equals(variable)).findAny().orElseThrow();
    }

    private Configuration read() {
        return reader.read(overrides, environment);
    }

    private void config(String text) {
        write("config", text);
    }

    private void credentials(String text) {
        write("credentials", text);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(home.resolve(".aws").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSwitchForTheNewRetriesChangesTheDefaultMode() {
        assertThat(Variables.defaultRetryMode(null)).isEqualTo("legacy");
        assertThat(Variables.defaultRetryMode("1")).isEqualTo("legacy");
        assertThat(Variables.defaultRetryMode("True")).isEqualTo("standard");
    }
}
