package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.credentials.internal.metadata.LocalServer.Reply;

/** The credentials of an instance as time goes by. */
class InstanceRefreshTest extends MetadataTesting {

    private static final Duration OFFSET = Duration.ofSeconds(900 + 300);

    private final InstanceRole provider = provider();

    private InstanceRole provider() {
        InstanceRole role = new InstanceRole(refresh, new ExpiryExtension(clock, () -> 300));
        role.transport = transport;
        return role;
    }

    @Test
    void newCredentialsAreGotWithANewTokenBeforeTheOldOnesEnd() {
        behavesLikeAnInstance(keys("OLD", in(60)), keys("NEW", in(360)));
        Credentials credentials = provider.load(settings).credentials();

        clock.move(Duration.ofMinutes(44));
        assertThat(credentials.freeze().accessKey()).isEqualTo("OLD");

        clock.move(Duration.ofMinutes(2));
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
        assertThat(server.asked()).containsExactly(TOKEN, ROLES, KEYS, TOKEN, ROLES, KEYS);
    }

    @Test
    void whatTheServiceDoesNotGiveIsAnErrorOnlyAtTheEndOfTheOldOnes() {
        behavesLikeAnInstance(keys("OLD", in(60)), Reply.of(500, ""), Reply.of(500, ""), keys("NEW", in(360)));
        Credentials credentials = provider.load(settings).credentials();

        clock.move(Duration.ofMinutes(46));
        assertThat(credentials.freeze().accessKey()).isEqualTo("OLD");

        clock.move(Duration.ofMinutes(5));
        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("iam-role").hasMessageContaining("status 500");
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
    }

    @Test
    void oldCredentialsOfAServiceWithProblemsLiveOn() {
        behavesLikeAnInstance(keys("STALE", in(-30)), keys("STALE", in(-30)), keys("NEW", in(360)));

        Credentials credentials = provider.load(settings).credentials();
        assertThat(credentials.freeze().accessKey()).isEqualTo("STALE");
        assertThat(credentials.expiry()).contains(clock.instant().plus(OFFSET));

        clock.move(Duration.ofSeconds(299));
        credentials.freeze();
        assertThat(server.asked()).hasSize(3);

        clock.move(Duration.ofSeconds(2));
        assertThat(credentials.freeze().accessKey()).isEqualTo("STALE");
        assertThat(server.asked()).hasSize(6);
        assertThat(credentials.expiry()).contains(clock.instant().plus(OFFSET));

        clock.move(Duration.ofSeconds(301));
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
    }

    @Test
    void aClockThatIsAnHourFastDoesNotEndCredentialsOfAnHour() {
        Instant trueTime = clock.instant().minus(Duration.ofHours(1));
        behavesLikeAnInstance(keys("AKID", trueTime.plus(Duration.ofMinutes(59))));

        Credentials credentials = provider.load(settings).credentials();

        assertThat(credentials.freeze().accessKey()).isEqualTo("AKID");
    }

    @Test
    void aClockThatIsAnHourSlowRefreshesByItsOwnTime() {
        Instant trueTime = clock.instant().plus(Duration.ofHours(1));
        behavesLikeAnInstance(keys("OLD", trueTime.plus(Duration.ofHours(6))),
                keys("NEW", trueTime.plus(Duration.ofHours(12))));
        Credentials credentials = provider.load(settings).credentials();

        clock.move(Duration.ofMinutes(6 * 60 + 44));
        assertThat(credentials.freeze().accessKey()).isEqualTo("OLD");
        clock.move(Duration.ofMinutes(2));
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
    }

    @Test
    void anEndIsMovedFromTheMomentOnThatTheOffsetReaches() {
        ExpiryExtension extension = new ExpiryExtension(clock, () -> 300);
        TemporaryCredentials late = new TemporaryCredentials(frozen("AKID", null), clock.instant().plus(OFFSET));
        TemporaryCredentials later = new TemporaryCredentials(frozen("AKID", null),
                clock.instant().plus(OFFSET).plusSeconds(1));

        assertThat(extension.apply(later)).isSameAs(later);
        clock.move(Duration.ofMillis(1500));
        assertThat(extension.apply(late).expiry()).isEqualTo(late.expiry().plusSeconds(1));
        assertThat(extension.apply(late).keys()).isEqualTo(late.keys());
    }

    @Test
    void instancesDoNotAskAllAtOnce() {
        AtomicInteger least = new AtomicInteger(Integer.MAX_VALUE);
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            int seconds = ExpiryExtension.RANDOM.getAsInt();
            least.set(Math.min(least.get(), seconds));
            most.set(Math.max(most.get(), seconds));
        }

        assertThat(least.get()).isBetween(120, 140);
        assertThat(most.get()).isBetween(580, 600);
    }
}
