package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** Where providers stand in a chain. */
class InstalledProvidersTest {

    private final InstalledProviders providers = new InstalledProviders();
    private final CredentialResolver chain = providers.create(new FixedConfiguration());
    private long nextId = 1;

    @Test
    void theReferencesAreInItsOrderInWhateverOrderTheyCome() {
        bind("iam-role", null, 0);
        bind("config-file", null, 100);
        bind("shared-credentials-file", null, 0);
        bind("env", null, -5);
        bind("sso", null, 0);

        assertThat(chain.names()).containsExactly("env", "sso", "shared-credentials-file", "config-file", "iam-role");
    }

    @Test
    void othersStandBehindTheOneTheyNameByRankingAndThenByAge() {
        bind("young", "env", 0);
        bind("younger", "env", 0);
        bind("high", "env", 7);
        bind("behind-high", "high", 0);
        bind("env", null, 0);
        bind("config-file", null, 0);

        assertThat(chain.names()).containsExactly("env", "high", "behind-high", "young", "younger", "config-file");
    }

    @Test
    void oneThatNamesAReferenceProviderThatIsNotInstalledHasItsPlace() {
        bind("mine", "login", 0);
        bind("config-file", null, 0);
        bind("sso", null, 0);

        assertThat(chain.names()).containsExactly("sso", "mine", "config-file");
    }

    @Test
    void anEmptyTextMeansFirstOfAllAndNoTextMeansAtTheEnd() {
        bind("last", null, 0);
        bind("almost-last", null, 1);
        bind("env", null, 0);
        bind("first", "", 0);

        assertThat(chain.names()).containsExactly("first", "env", "almost-last", "last");
    }

    @Test
    void oneThatNamesNobodyOrItselfGoesToTheEnd() {
        bind("lost", "nobody", 9);
        bind("self", "self", 8);
        bind("a", "b", 7);
        bind("b", "a", 6);
        bind("env", null, 0);

        assertThat(chain.names()).containsExactly("env", "lost", "self", "a", "b");
    }

    @Test
    void aServiceMayComeBeforeTucuxisOwnOfTheSameName() {
        CredentialProvider own = bind("env", null, 0);
        CredentialProvider other = bind("env", null, 10);

        assertThat(chain.names()).containsExactly("env", "env");
        assertThat(chain.provider("env")).isSameAs(other).isNotSameAs(own);
    }

    @Test
    void oneThatComesIsThereAndOneThatGoesIsGoneAndOneThatChangesMoves() {
        CredentialProvider mine = bind("mine", null, 0);
        CredentialProvider env = bind("env", null, 0);
        assertThat(chain.names()).containsExactly("env", "mine");

        providers.updatedProvider(mine, Map.of(CredentialProvider.CREDENTIAL_AFTER, "", Constants.SERVICE_ID, 1L));
        assertThat(chain.names()).containsExactly("mine", "env");

        providers.unbindProvider(env);
        assertThat(chain.names()).containsExactly("mine");
    }

    @Test
    void oneThatCannotSayItsNameIsLeftOut() {
        providers.bindProvider(FakeProvider.with(" "), Map.of());
        providers.bindProvider(new CredentialProvider() {
            @Override
            public String name() {
                throw new IllegalStateException("no name");
            }

            @Override
            public CredentialAnswer load(Configuration configuration) {
                return null;
            }
        }, Map.of());

        assertThat(chain.names()).isEmpty();
    }

    private CredentialProvider bind(String name, String after, int ranking) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Constants.SERVICE_ID, nextId++);
        properties.put(Constants.SERVICE_RANKING, ranking);
        if (after != null) {
            properties.put(CredentialProvider.CREDENTIAL_AFTER, after);
        }
        CredentialProvider provider = FakeProvider.without(name);
        providers.bindProvider(provider, properties);
        return provider;
    }
}
