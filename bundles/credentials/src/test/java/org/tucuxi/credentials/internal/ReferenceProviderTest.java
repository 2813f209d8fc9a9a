package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** By what a configuration means a provider that is not installed. */
class ReferenceProviderTest {

    private final FixedConfiguration configuration = new FixedConfiguration();

    @Test
    void nothingIsWantedOfAnEmptyConfiguration() {
        for (ReferenceProvider provider : ReferenceProvider.values()) {
            assertThat(provider.wantedBy(configuration)).as(provider.text()).isEmpty();
        }
    }

    @Test
    void aRoleIsForAssumeRoleUnlessATokenFileIsThereToo() {
        configuration.scoped.put("role_arn", "r");
        assertThat(ReferenceProvider.ASSUME_ROLE.wantedBy(configuration)).contains("profile 'default' has role_arn");

        configuration.scoped.put("web_identity_token_file", "f");
        assertThat(ReferenceProvider.ASSUME_ROLE.wantedBy(configuration)).isEmpty();
        assertThat(ReferenceProvider.WEB_IDENTITY.wantedBy(configuration)).isPresent();
    }

    @Test
    void anExplicitProfileHidesTheEnvironmentFromWebIdentity() {
        configuration.environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", "f");
        configuration.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "u");
        assertThat(ReferenceProvider.WEB_IDENTITY.wantedBy(configuration))
                .contains("AWS_WEB_IDENTITY_TOKEN_FILE is set");

        configuration.isExplicit = true;
        assertThat(ReferenceProvider.WEB_IDENTITY.wantedBy(configuration)).isEmpty();
        assertThat(ReferenceProvider.CONTAINER_ROLE.wantedBy(configuration)).isPresent();
    }
}
