package org.tucuxi.config.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.Configuration.Explanation;
import org.tucuxi.config.ProfileNotFoundException;

/** What the program or Config Admin sets before environment and files are looked at. */
class OverridesTest {

    private static final String RECORD = "Config Admin org.tucuxi.session~reports";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void useTheFoldersHome() {
        environment.put("AWS_CONFIG_FILE", home.resolve("config").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString());
    }

    private Configuration read(Map<String, ?> overrides) {
        return new ConfigurationReader().read(overrides, environment);
    }

    private static Configuration record(Map<String, ?> overrides) {
        return new ConfigurationReader().read(overrides, RECORD);
    }

    private static Explanation of(Configuration configuration, String variable) {
        return configuration.explain().stream().filter(line -> line.variable().equals(variable)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"profle, profile", "regoin, region", "Region, region", "retry-mode, retry_mode",
        "max_atempts, max_attempts", "endpoint.url, endpoint_url", "endpointUrl, endpoint_url",
        "s3.adressing_style, s3.addressing_style", "data.path, data_path"})
    void aMisspelledNameIsRefusedWithTheOneThatWasMeant(String wrong, String right) {
        assertThatThrownBy(() -> read(Map.of(wrong, "x"))).isInstanceOf(InvalidConfigException.class)
                .hasMessage("There is no configuration variable " + wrong + " (set by the program); did you mean " + right
                        + "?");
        assertThatThrownBy(() -> read(Map.of()).with(Map.of(wrong, "x"))).isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void aNameThatIsLikeNoOtherIsRefusedToo() {
        assertThatThrownBy(() -> read(Map.of("colour", "blue"))).isInstanceOf(InvalidConfigException.class)
                .hasMessage("There is no configuration variable colour (set by the program); tucuxi:config lists those"
                        + " there are");
    }

    @Test
    void aRecordMayHaveMoreThanVariables() {
        assertThatThrownBy(() -> record(Map.of("aws_acces_key_id", "secret")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("There is no configuration variable aws_acces_key_id (" + RECORD
                        + "); did you mean aws_access_key_id?");
    }

    @Test
    void whatARecordSetsHasTheRecordAsItsSource() {
        Configuration configuration = record(Map.of("region", "eu-west-3", "max_attempts", "4", "endpoint_url", "http://h"));

        assertThat(of(configuration, "region")).isEqualTo(new Explanation("region", "eu-west-3", RECORD));
        assertThat(of(configuration, "max_attempts")).isEqualTo(new Explanation("max_attempts", 4, RECORD));
        assertThat(of(configuration, "endpoint_url")).isEqualTo(new Explanation("endpoint_url", "http://h", RECORD));
    }

    @Test
    void whatIsChangedLaterIsTheProgramsAndTheRestStaysTheRecords() {
        Configuration changed = record(Map.of("region", "eu-west-3", "retry_mode", "standard"))
                .with(Map.of("region", "us-east-2"));

        assertThat(of(changed, "region").source()).isEqualTo("set by the program");
        assertThat(of(changed, "retry_mode").source()).isEqualTo(RECORD);
    }

    @Test
    void anEndpointThatIsSetGoesBeforeAllOthersAndCannotBeIgnored() {
        environment.put("AWS_ENDPOINT_URL_S3", "http://environment");

        Configuration configuration = read(Map.of("endpoint_url", "http://set"));

        assertThat(configuration.endpointUrl("s3", "S3")).contains("http://set");
        assertThat(configuration.endpointUrl("s3", "S3", true)).contains("http://set");
    }

    @Test
    void aKeyOfASectionIsSetAloneAndTouchesNoOther() throws Exception {
        Files.writeString(home.resolve("config"), "[default]\ns3 =\n  addressing_style = path\n  x = y\n");

        Configuration configuration = read(Map.of("s3.use_dualstack_endpoint", "true"));

        assertThat(configuration.section("s3"))
                .isEqualTo(Map.of("addressing_style", "path", "x", "y", "use_dualstack_endpoint", true));
        assertThat(configuration.flag("use_dualstack_endpoint")).isNull();
        assertThat(of(configuration, "s3.use_dualstack_endpoint").source()).isEqualTo("set by the program");
    }

    @Test
    void endpointsAreExplainedForAllServicesAndForEachThatHasItsOwn() throws Exception {
        Files.writeString(home.resolve("config"), "[default]\nservices = local\nendpoint_url = http://u:p@all\n"
                + "[services local]\ns3 =\n  endpoint_url = http://s3\nsqs =\n  region = x\n");
        environment.put("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "http://logs");
        String file = home.resolve("config").toString();

        List<Explanation> lines = read(Map.of()).explain();

        assertThat(lines).endsWith(
                new Explanation("endpoint_url", "http://****@all", "profile default in " + file),
                new Explanation("endpoint_url.cloudwatch_logs", "http://logs",
                        "environment AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"),
                new Explanation("endpoint_url.s3", "http://s3", "services local in " + file));
    }

    @Test
    void endpointsThatAreIgnoredOrCannotBeFoundAreExplainedAsSuch() throws Exception {
        environment.put("AWS_ENDPOINT_URL", "http://all");
        assertThat(of(read(Map.of("ignore_configured_endpoint_urls", true)), "endpoint_url").source())
                .isEqualTo("environment AWS_ENDPOINT_URL (not used: ignore_configured_endpoint_urls)");

        environment.remove("AWS_ENDPOINT_URL");
        assertThat(of(read(Map.of()), "endpoint_url")).isEqualTo(new Explanation("endpoint_url", null, "not set"));

        Files.writeString(home.resolve("config"), "[default]\nservices = none\n");
        assertThat(of(read(Map.of()), "services").source()).contains("there is no section [services none]");
    }

    @Test
    void namesInAFileAreShownInOneLineOfPrintableText() throws Exception {
        Files.writeString(home.resolve("config"), "[default]\nservices = x\u000e\n");
        assertThatThrownBy(() -> read(Map.of()).endpointUrl("s3", "S3")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("services = x?, ").hasMessageContaining("[services x?]");

        assertThatThrownBy(() -> read(Map.of("profile", "a\nb"))).isInstanceOf(ProfileNotFoundException.class)
                .hasMessageContaining("(a?b)");
        assertThatThrownBy(() -> DefaultsMode.of("x\u000e", null, Map.of(), Optional::empty))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("mode: x?;");
    }

    @Test
    void aChangedFileIsSeenByWhatIsReadAfterwards() throws Exception {
        ConfigurationReader reader = new ConfigurationReader();
        Files.writeString(home.resolve("config"), "[default]\nregion = eu-west-1\n");
        Configuration before = reader.read(Map.of(), environment);

        Files.writeString(home.resolve("config"), "[default]\nregion = eu-west-2\n");

        assertThat(reader.read(Map.of(), environment).text("region")).isEqualTo("eu-west-2");
        assertThat(before.text("region")).isEqualTo("eu-west-1");
    }
}
