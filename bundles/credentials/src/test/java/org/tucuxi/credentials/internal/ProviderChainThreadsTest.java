package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.internal.Threads.Running;
import org.tucuxi.credentials.testing.FixedConfiguration;

@Timeout(30)
class ProviderChainThreadsTest {

    private final InstalledProviders providers = new InstalledProviders();
    private final CredentialResolver chain = providers.create(new FixedConfiguration());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void oneThreadAsksAndTheOthersWaitForItsAnswer() throws Exception {
        FakeProvider slow = bindSlow(() -> FakeProvider.found("slow"));

        Running<Optional<Credentials>> first = Threads.start(chain::load);
        Threads.await(asked);
        Running<Optional<Credentials>> second = Threads.start(chain::load);
        second.untilItWaits();
        go.countDown();

        assertThat(first.get()).isPresent();
        assertThat(second.get()).containsSame(first.get().orElseThrow());
        assertThat(slow.asked).hasValue(1);
    }

    @Test
    void thoseWhoWaitGetTheErrorToo() throws Exception {
        bindSlow(() -> {
            throw new CredentialRetrievalException("no luck");
        });

        Running<Optional<Credentials>> first = Threads.start(chain::load);
        Threads.await(asked);
        Running<Optional<Credentials>> second = Threads.start(chain::load);
        second.untilItWaits();
        go.countDown();

        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CredentialRetrievalException.class);
        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CredentialRetrievalException.class);
    }

    @Test
    void oneWhoWaitsCanBeInterrupted() throws Exception {
        bindSlow(() -> FakeProvider.found("slow"));

        Running<Optional<Credentials>> first = Threads.start(chain::load);
        Threads.await(asked);
        Running<Optional<Credentials>> second = Threads.start(chain::load);
        second.untilItWaits();
        second.thread().interrupt();

        assertThatThrownBy(second::get).hasCauseInstanceOf(CredentialRetrievalException.class);
        go.countDown();
        assertThat(first.get()).isPresent();
    }

    @Test
    void whileAProviderIsAskedTheChainCanBeLookedAtAndChanged() throws Exception {
        bindSlow(() -> CredentialAnswer.none("nothing"));

        Running<Optional<Credentials>> first = Threads.start(chain::load);
        Threads.await(asked);
        chain.insertAfter("slow", FakeProvider.with("mine"));

        assertThat(chain.names()).containsExactly("slow", "mine");
        assertThat(chain.report()).hasSize(14);
        go.countDown();
        assertThat(first.get()).isEmpty();
        assertThat(chain.load()).isPresent();
    }

    @Test
    void aProviderThatAsksItsOwnChainIsToldThatThereIsNothingYet() {
        FakeProvider provider = FakeProvider.of("self", () -> chain.load().map(CredentialAnswer::found)
                .orElseGet(() -> FakeProvider.found("inner")));
        providers.bindProvider(provider, Map.of());

        assertThat(chain.load()).map(Credentials::method).contains("inner");
        assertThat(provider.asked).hasValue(1);
    }

    private FakeProvider bindSlow(Supplier<CredentialAnswer> answer) {
        FakeProvider slow = FakeProvider.of("slow", () -> {
            asked.countDown();
            Threads.await(go);
            return answer.get();
        });
        providers.bindProvider(slow, Map.of());
        return slow;
    }
}
