package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
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

        assertThat(features.length()).isBetween(1000, 1024);
        assertThat(many).containsAll(List.of(features.split(",")));
    }

    @Test
    void nothingCanBreakOutOfItsComponent() {
        String header = of(ClientConfig.builder().userAgentAppid("a\r\nX-Evil: 1/ü").build(), Map.of(), Map.of())
                .with(Collections.emptyList());

        assertThat(header).endsWith(" app/a--X-Evil--1--").doesNotContain("\n");
    }
}
