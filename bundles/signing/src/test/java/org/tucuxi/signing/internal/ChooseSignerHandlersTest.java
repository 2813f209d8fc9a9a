package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.ClientConfig;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

class ChooseSignerHandlersTest {

    private final Map<String, Object> context = new HashMap<>();
    private final ClientSignerFactory signers = new ClientSignerFactory();

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
        "null, sqs, null", "'', sqs, null", "none, sqs, unsigned", "bearer, sqs, bearer", "v4, sqs, v4",
        "v4, s3, s3v4", "v4-unsigned-body, s3-object-lambda, s3v4", "v4-s3express, s3express, v4-s3express",
        "v4a, sqs, v4a", "v4a, s3-outposts, s3v4a", "custom, sqs, null"})
    void theAuthTypeOfTheOperationDecides(String authType, String signingName, String expected) {
        context.put("auth_type", authType);

        assertThat(new ChooseByOperation().handle(event(signingName))).isEqualTo(expected);
    }

    @Test
    void anUnsignedBodySwitchesPayloadSigningOff() {
        context.put("auth_type", "v4-unsigned-body");

        assertThat(new ChooseByOperation().handle(event("sqs"))).isEqualTo("v4");
        assertThat(context).containsEntry("payload_signing_enabled", false);
    }

    @Test
    void aSignedBodyLeavesPayloadSigningAlone() {
        context.put("auth_type", "v4");

        new ChooseByOperation().handle(event("sqs"));

        assertThat(context).doesNotContainKey("payload_signing_enabled");
    }

    @Test
    void sigV4aPreparesTheRegionSet() {
        context.put("auth_type", "v4a");
        new ChooseByOperation().handle(event("events"));
        assertThat(context.get("signing")).isEqualTo(Map.of("region", "*", "signing_name", "events"));

        context.put("signing", Map.of("region", "eu-west-1", "cache_key", "b"));
        new ChooseByOperation().handle(event("events"));
        assertThat(context.get("signing"))
                .isEqualTo(Map.of("region", "eu-west-1", "signing_name", "events", "cache_key", "b"));

        context.put("client_config", ClientConfig.builder().sigv4aSigningRegionSet("us-*").build());
        new ChooseByOperation().handle(event("events"));
        assertThat((Map<?, ?>) context.get("signing")).extracting("region").isEqualTo("us-*");
    }

    @Test
    void thePreferenceOfTheUserPicksAmongWhatServiceAndContainerHave() {
        there("v4", "v4a");
        context.put("client_config", ClientConfig.builder().signatureVersion("v4")
                .authSchemePreference("httpBearerAuth, sigv4a").build());
        context.put("auth_options", List.of("aws.auth#sigv4", "smithy.api#httpBearerAuth", "aws.auth#sigv4a"));

        assertThat(byPreference("service")).isEqualTo("v4a");
        assertThat((Map<?, ?>) context.get("signing")).extracting("region").isEqualTo("*");
    }

    @Test
    void withoutAMatchTheServicesOwnOrderCounts() {
        there("v4");
        context.put("client_config", ClientConfig.builder().authSchemePreference("nonsense").build());
        context.put("auth_options", List.of("aws.auth#sigv4a", "aws.auth#sigv4"));

        assertThat(byPreference("service")).isEqualTo("v4");
    }

    @Test
    void noAuthMeansUnsigned() {
        context.put("client_config", ClientConfig.builder().authSchemePreference("noAuth").build());
        context.put("auth_options", List.of("aws.auth#sigv4", "smithy.api#noAuth"));

        assertThat(byPreference("service")).isEqualTo(Signer.UNSIGNED);
    }

    @Test
    void schemesWithoutAnySignerAreAnError() {
        there("v4");
        context.put("client_config", ClientConfig.builder().authSchemePreference("sigv4a").build());
        context.put("auth_options", List.of("aws.auth#sigv4a", "smithy.api#httpBearerAuth"));

        assertThatThrownBy(() -> byPreference("service")).isInstanceOf(UnsupportedSignatureVersionException.class)
                .hasMessageContaining("httpBearerAuth, sigv4a");
    }

    @Test
    void aVersionGivenInCodeIsNotOverruled() {
        there("v4", "v4a");
        context.put("client_config",
                ClientConfig.builder().signatureVersion("v4").authSchemePreference("sigv4a").build());
        context.put("auth_options", List.of("aws.auth#sigv4", "aws.auth#sigv4a"));
        context.put(ChooseByPreference.GIVEN_IN_CODE, Set.of("signature_version"));

        assertThat(byPreference("service")).isNull();
    }

    @Test
    void theVersionOfTheClientIsNoAnswer() {
        there("v4");
        context.put("client_config", ClientConfig.builder().signatureVersion("v4").build());

        assertThat(byPreference("service")).isNull();
    }

    @Test
    void presigningIsNotConcerned() {
        context.put("auth_options", List.of("aws.auth#sigv4"));

        assertThat(byPreference("service")).isNull();
    }

    @Test
    void bedrockPrefersATokenOfTheEnvironmentWhereThereIsASignerForIt() {
        context.put("client_config", ClientConfig.builder().signatureVersion("v4").build());
        context.put("auth_options", List.of("aws.auth#sigv4", "smithy.api#httpBearerAuth"));
        there("v4");
        context.put(ChooseByPreference.TOKEN_IN_ENVIRONMENT, true);
        context.put("feature_ids", new HashSet<>(Set.of("E")));
        assertThat(byPreference("bedrock")).isNull();
        assertThat(context).containsEntry("feature_ids", Set.of("E"));

        there("bearer");
        assertThat(byPreference("bedrock")).isEqualTo("bearer");
        assertThat(context).containsEntry("feature_ids", Set.of("E", "3"));
        assertThat(byPreference("sqs")).isNull();

        context.put(ChooseByPreference.GIVEN_IN_CODE, Set.of("auth_scheme_preference"));
        assertThat(byPreference("bedrock")).isNull();

        context.put(ChooseByPreference.GIVEN_IN_CODE, Set.of());
        context.remove(ChooseByPreference.TOKEN_IN_ENVIRONMENT);
        assertThat(byPreference("bedrock")).isNull();
    }

    private String byPreference(String signingName) {
        return new ChooseByPreference(signers).handle(event(signingName));
    }

    private void there(String... versions) {
        signers.bindSigner((request, scope) -> { }, Map.of(Signer.SIGNATURE_VERSION, versions));
    }

    private ChooseSigner event(String signingName) {
        return new ChooseSigner("choose-signer.x.Y", signingName, "eu-west-1", "v4", context);
    }
}
