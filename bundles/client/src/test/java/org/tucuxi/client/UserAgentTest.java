package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.ClientConfig;

class UserAgentTest {

    private static UserAgent of(ClientConfig config, Map<String, Object> variables, Map<String, String> environment) {
        return UserAgent.of(config, Stub.configuration(variables, environment), "legacy");
    }

    @Test
    void componentsStandInTheReferencesOrder() {
        ClientConfig config = ClientConfig.builder().userAgentAppid("my app").userAgentExtra("mine/1.0 (x)").build();

        assertThat(of(config, Map.of(), Map.of("AWS_EXECUTION_ENV", "AWS Lambda")).with(List.of("D", "B")))
                .matches("Tucuxi/\\S+ ua/2\\.1 os/\\S+( md/\\S+)? md/arch#\\S+ lang/java#\\S+ md/vm#\\S+"
                        + " exec-env/AWS-Lambda m/B,D cfg/retry-mode#legacy app/my-app mine/1\\.0 \\(x\\)");
    }

    @Test
    void theApplicationMayComeFromTheConfiguration() {
        assertThat(of(ClientConfig.EMPTY, Map.of("user_agent_appid", "configured"), Map.of()).with(List.of()))
                .endsWith(" app/configured").doesNotContain(" m/");
    }

    @Test
    void aReplacedAgentKeepsTheExtraOnly() {
        ClientConfig config = ClientConfig.builder().userAgent("mine").userAgentExtra("extra").build();

        assertThat(of(config, Map.of(), Map.of()).with(List.of("D"))).isEqualTo("mine extra");
    }

    @Test
    void featuresEndAt1024BytesAndAtAComma() {
        TreeSet<String> many = new TreeSet<>();
        for (int i = 0; i < 1000; i++) {
            many.add("F" + i);
        }
        String header = of(ClientConfig.EMPTY, Map.of(), Map.of()).with(many);
        String features = header.substring(header.indexOf(" m/") + 3, header.indexOf(' ', header.indexOf(" m/") + 3));

        assertThat("m/".length() + features.length()).isBetween(1000, 1024);
        assertThat(many).containsAll(List.of(features.split(",")));
    }

    @Test
    void nothingCanBreakOutOfItsComponent() {
        String header = of(ClientConfig.builder().userAgentAppid("a\r\nX-Evil: 1/ü").build(), Map.of(), Map.of())
                .with(Collections.emptyList());

        assertThat(header).endsWith(" app/a--X-Evil--1--").doesNotContain("\n");
    }

    @Test
    void aComponentOfExactly1024BytesIsWhole() {
        List<String> features = new java.util.ArrayList<>();
        for (int i = 0; i < 341; i++) {
            features.add(String.valueOf((char) ('A' + i / 26)) + (char) ('A' + i % 26));
        }
        String fits = of(ClientConfig.EMPTY, Map.of(), Map.of()).with(features);
        features.add("zz");
        String cut = of(ClientConfig.EMPTY, Map.of(), Map.of()).with(features);

        assertThat(fits).contains(features.get(340)).doesNotContain("zz");
        assertThat(cut).isEqualTo(fits);
    }

    @Test
    void theSameFeaturesGiveTheSameHeaderAndOthersAnother() {
        UserAgent agent = of(ClientConfig.EMPTY, Map.of(), Map.of());

        assertThat(agent.with(List.of("D", "e"))).contains(" m/D,e ").isSameAs(agent.with(List.of("e", "D")));
        assertThat(agent.with(List.of("D", "n"))).contains(" m/D,n ");
        assertThat(agent.with(List.of("D"))).contains(" m/D ");
    }

    @ParameterizedTest
    @CsvSource({"Linux, 6.1, os/linux#6.1", "Mac OS X, 14.2, os/macos#14.2", "Windows 11, 10.0, os/windows#10.0",
        "Free BSD#, 1/2, os/other md/Free-BSD-#1-2", "'', '', os/other", "Linux, '', os/linux"})
    void systemsAreOfAFamilyOrOther(String name, String release, String component) {
        assertThat(UserAgent.system(name, release)).isEqualTo(component);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"true, -, true", "TRUE, -, true", "-, true, true", "false, true, false", "-, auto, false",
        "-, -, false"})
    void discoveryThatWasAskedForIsSaid(String given, String configured, boolean isSaid) {
        ClientConfig config = given == null ? ClientConfig.EMPTY
                : ClientConfig.builder().endpointDiscoveryEnabled(given).build();
        Map<String, Object> variables = configured == null ? Map.of() : Map.of("endpoint_discovery_enabled", configured);

        assertThat(of(config, variables, Map.of()).with(List.of()).contains(" cfg/endpoint-discovery")).isEqualTo(isSaid);
    }

    @Test
    void emptyTextsAreLeftOut() {
        assertThat(of(ClientConfig.EMPTY, Map.of("user_agent_appid", ""), Map.of("AWS_EXECUTION_ENV", "")).with(List.of()))
                .doesNotContain("app/").doesNotContain("exec-env/");
    }

    @Test
    void anExtraCannotBeginAnotherHeader() {
        assertThat(of(ClientConfig.builder().userAgentExtra("x\r\nX-Evil: 1").build(), Map.of(), Map.of()).with(List.of()))
                .endsWith(" x--X-Evil: 1");
    }
}
