package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnknownSignatureVersionException;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

class AuthSchemesTest {

    private static final Map<String, Object> V4 = Map.of("name", "sigv4", "signingName", "s3", "signingRegion",
            "eu-west-1",
            "disableDoubleEncoding", true);
    private static final Map<String, Object> V4A = Map.of("name", "sigv4a", "signingName", "s3",
            "signingRegionSet", List.of("eu-west-1", "eu-west-2"));
    private static final Set<String> ALL = Set.of("v4", "v4a", "bearer");

    private static AuthSchemes.Choice choose(String configured, List<String> preference, Set<String> available) {
        return AuthSchemes.ofEndpoint(List.of(V4A, V4), configured, preference, available);
    }

    @Test
    void unsignedClientsChooseNothing() {
        assertThat(choose(Signer.UNSIGNED, List.of(), ALL)).isEqualTo(new AuthSchemes.Choice("none", Map.of()));
    }

    @Test
    void theFirstThatCanBeUsedIsChosen() {
        assertThat(choose(null, List.of(), ALL)).isEqualTo(
                new AuthSchemes.Choice("v4a", Map.of("region", "eu-west-1,eu-west-2", "signing_name", "s3")));
        assertThat(choose(null, List.of(), Set.of("v4"))).isEqualTo(new AuthSchemes.Choice("v4",
                Map.of("region", "eu-west-1", "signing_name", "s3", "disableDoubleEncoding", true)));
    }

    @Test
    void thePreferenceComesFirst() {
        assertThat(choose(null, List.of("sigv4"), ALL).authType()).isEqualTo("v4");
        assertThat(choose(null, List.of("unheard-of"), ALL).authType()).isEqualTo("v4a");
    }

    @Test
    void aConfiguredVersionKeepsItsNameAndTakesItsSchemesContext() {
        for (String configured : List.of("v4", "s3v4", "s3v4-query", "v4-query")) {
            assertThat(choose(configured, List.of(), ALL)).as(configured).isEqualTo(new AuthSchemes.Choice(configured,
                    Map.of("region", "eu-west-1", "signing_name", "s3", "disableDoubleEncoding", true)));
        }
        assertThat(choose("s3v4a", List.of(), ALL).signing()).containsEntry("region", "eu-west-1,eu-west-2");
    }

    @Test
    void aConfiguredVersionWithoutASchemeIsLeftAlone() {
        assertThat(choose("s3", List.of(), ALL)).isEqualTo(new AuthSchemes.Choice(null, Map.of()));
    }

    @Test
    void nothingUsableIsAnErrorThatNamesBothSides() {
        assertThatThrownBy(() -> choose(null, List.of(), Set.of("bearer")))
                .isInstanceOf(UnknownSignatureVersionException.class).hasMessageContaining("sigv4a")
                .hasMessageContaining("bearer");
    }

    @Test
    void traitsOfTheModelAreTriedInOrder() {
        assertThat(AuthSchemes.ofModel(List.of("aws.auth#sigv4a", "aws.auth#sigv4"), Set.of("v4"), "svc"))
                .isEqualTo("v4");
        assertThat(AuthSchemes.ofModel(List.of("smithy.api#httpBearerAuth"), ALL, "svc")).isEqualTo("bearer");
        assertThat(AuthSchemes.ofModel(List.of("smithy.api#noAuth", "aws.auth#sigv4"), ALL, "svc")).isEqualTo("none");
    }

    @Test
    void thePreferenceChoosesAmongTheTraits() {
        List<String> traits = List.of("aws.auth#sigv4", "aws.auth#sigv4a", "smithy.api#httpBearerAuth");

        assertThat(AuthSchemes.ofPreference(List.of("httpBearerAuth"), traits, ALL, "svc")).isEqualTo("bearer");
        assertThat(AuthSchemes.ofPreference(List.of("noAuth", "sigv4a"), traits, ALL, "svc")).isEqualTo("v4a");
        assertThat(AuthSchemes.ofPreference(List.of("sigv4a"), traits, Set.of("v4"), "svc")).isEqualTo("v4");
        assertThatThrownBy(() -> AuthSchemes.ofPreference(List.of("sigv4a"), traits, Set.of(), "svc"))
                .isInstanceOf(UnsupportedSignatureVersionException.class).hasMessageContaining("svc");
    }

    @Test
    void unknownAndUnusableTraitsAreDifferentErrors() {
        assertThatThrownBy(() -> AuthSchemes.ofModel(List.of("aws.auth#sigv9"), ALL, "svc"))
                .isInstanceOf(UnknownSignatureVersionException.class).hasMessageContaining("aws.auth#sigv9")
                .hasMessageContaining("svc");
        assertThatThrownBy(() -> AuthSchemes.ofModel(List.of("aws.auth#sigv4a"), Set.of("v4"), "svc"))
                .isInstanceOf(UnsupportedSignatureVersionException.class).hasMessageContaining("sigv4a")
                .hasMessageContaining("[v4]");
    }
}
