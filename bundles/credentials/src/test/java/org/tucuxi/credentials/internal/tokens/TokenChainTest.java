package org.tucuxi.credentials.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.credentials.UnknownTokenProviderException;
import org.tucuxi.credentials.internal.tokens.Fake.Provider;

class TokenChainTest {

    private final InstalledTokenProviders installed = new InstalledTokenProviders();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Object> profile = new HashMap<>();
    private final TokenResolver chain = installed.create(Fake.configuration(environment, profile));
    private long lastId;

    private Provider install(Provider provider) {
        return install(provider, 0);
    }

    private Provider install(Provider provider, int ranking) {
        installed.bindProvider(provider, Map.of("service.id", ++lastId, "service.ranking", ranking));
        return provider;
    }

    private String token(String signingName) {
        return chain.load(signingName).map(token -> token.get().value()).orElse(null);
    }

    @Test
    void theReferencesComeFirstInItsOrderAndOthersByRanking() {
        install(Provider.without("low"));
        install(Provider.without("high"), 5);
        install(Provider.without("sso"), -1);
        install(Provider.without("also-low"));
        install(Provider.without("env"), -2);

        assertThat(chain.names()).containsExactly("env", "sso", "high", "low", "also-low");
    }

    @Test
    void theTokenForTheServiceWinsOverTheSessions() {
        install(Provider.with("sso", null, "of the session"));
        installed.bindProvider(new EnvironmentTokens(), Map.of());
        environment.put("AWS_BEARER_TOKEN_BEDROCK", "of bedrock");

        assertThat(token(null)).isEqualTo("of the session");
        assertThat(token("bedrock")).isEqualTo("of bedrock");
        assertThat(token("sqs")).isEqualTo("of the session");
        assertThat(token(" ")).isEqualTo("of the session");
    }

    @Test
    void aTokenForTheServiceWinsWhereverItStands() {
        install(Provider.with("sso", null, "of the session"));
        install(Provider.with("last", "sqs", "of sqs"));

        assertThat(token("sqs")).isEqualTo("of sqs");
    }

    @Test
    void theSessionsTokenIsLookedForUntilItIsFoundAndThenKept() {
        Provider empty = install(Provider.without("env"));
        assertThat(chain.load(null)).isEmpty();
        assertThat(chain.load(null)).isEmpty();
        assertThat(empty.asked).hasSize(2);

        Provider sso = install(Provider.with("sso", null, "kept"));
        Optional<Supplier<BearerToken>> first = chain.load(null);
        installed.unbindProvider(sso);

        assertThat(chain.load(null)).isEqualTo(first).isPresent();
        assertThat(chain.load("sqs")).isEqualTo(first);
        assertThat(sso.asked).containsExactly("null");
        assertThat(empty.asked).containsExactly("null", "null", "null", "sqs");
    }

    @Test
    void chainsFollowProvidersThatComeAndGo() {
        Provider one = install(Provider.with("one", "sqs", "first"));
        assertThat(token("sqs")).isEqualTo("first");

        Provider two = install(Provider.with("two", "sqs", "second"), 1);
        assertThat(token("sqs")).isEqualTo("second");

        installed.updatedProvider(two, Map.of("service.id", 9L, "service.ranking", -1));
        assertThat(token("sqs")).isEqualTo("first");

        installed.unbindProvider(one);
        installed.unbindProvider(two);
        assertThat(token("sqs")).isNull();
        assertThat(chain.names()).isEmpty();
    }

    @Test
    void aFailureIsNotPassedOver() {
        install(Provider.failing("sso"));
        Provider after = install(Provider.with("after", null, "unreached"));

        assertThatThrownBy(() -> chain.load(null)).isInstanceOf(IllegalStateException.class)
                .hasMessage("no luck with null");
        assertThat(after.asked).isEmpty();
        assertThat(chain.report()).contains(new Report("sso", Outcome.FAILED, "no luck with null"),
                new Report("after", Outcome.NOT_ASKED, "sso failed before it"));
    }

    @Test
    void aProviderThatCannotSayItsNameIsLeftOut() {
        install(Provider.without(null));
        install(Provider.without(" "));

        assertThat(chain.names()).isEmpty();
    }

    @Test
    void programsInsertAndRemove() {
        install(Provider.without("env"));
        Provider sso = install(Provider.without("sso"));
        chain.insertBefore("env", Provider.without("first"));
        chain.insertAfter("env", Provider.with("second", "sqs", "inserted"));
        chain.remove("sso");
        chain.remove("nobody");

        assertThat(chain.names()).containsExactly("first", "env", "second");
        assertThat(token("sqs")).isEqualTo("inserted");
        assertThat(chain.provider("second").name()).isEqualTo("second");

        installed.unbindProvider(sso);
        install(sso);
        assertThat(chain.names()).containsExactly("first", "env", "second");
    }

    @Test
    void theReferencesPlaceIsThereWithoutItsProvider() {
        chain.insertBefore("sso", Provider.without("mine"));
        install(Provider.without("sso"));
        install(Provider.without("env"));

        assertThat(chain.names()).containsExactly("env", "mine", "sso");
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheKnown() {
        install(Provider.without("env"));

        for (Runnable action : List.<Runnable>of(() -> chain.provider("nobody"), () -> chain.provider("sso"),
                () -> chain.insertBefore("nobody", Provider.without("x")),
                () -> chain.insertAfter("nobody", Provider.without("x")))) {
            assertThatThrownBy(action::run).isInstanceOf(UnknownTokenProviderException.class)
                    .hasMessageContaining("Token provider named ").hasMessageContaining(" not found")
                    .hasMessageContaining("env");
        }
    }

    @Test
    void beforeAnybodyAsksTheReportSaysWhoWouldBeAskedAndWhoIsMissing() {
        installed.bindProvider(new EnvironmentTokens(), Map.of());
        profile.put("sso_session", "corp");

        assertThat(chain.report()).containsExactly(new Report("env", Outcome.NOT_ASKED, "not asked yet"),
                new Report("sso", Outcome.MISSING,
                        "bundle org.tucuxi.sso, which brings it, is not active, though profile 'dev' has sso_session"));
    }

    @Test
    void theReportSaysWhoAnsweredForAServiceAndWhyOthersDidNot() {
        installed.bindProvider(new EnvironmentTokens(), Map.of());
        install(Provider.with("sso", null, "s3cret"));
        environment.put("AWS_BEARER_TOKEN_BEDROCK", "s3cret");
        chain.load("bedrock");
        chain.load("sqs");

        assertThat(chain.report("bedrock")).containsExactly(
                new Report("env", Outcome.ANSWERED, "gave the token for bedrock"),
                new Report("sso", Outcome.NOT_ASKED, "env answered before it"));
        assertThat(chain.report("sqs")).containsExactly(
                new Report("env", Outcome.NOTHING, "AWS_BEARER_TOKEN_SQS is not set"),
                new Report("sso", Outcome.ANSWERED, "gave the session's token"));
        assertThat(chain.report()).containsExactly(
                new Report("env", Outcome.NOTHING, "its tokens are for one service each"),
                new Report("sso", Outcome.ANSWERED, "gave the session's token"));
        assertThat(chain.toString() + chain.report() + chain.report("bedrock")).doesNotContain("s3cret");
    }
}
