package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tucuxi.Client;
import org.tucuxi.credentials.CredentialRefresh;

class PerClientTest {

    private final PerClient<Object> states = new PerClient<>();

    @Test
    void aClientKeepsItsState() {
        Client one = new FakeClient().client();
        Client two = new FakeClient().client();

        Object state = states.get(one, client -> "first");

        assertThat(states.get(one, client -> "second")).isSameAs(state);
        assertThat(states.get(one)).isSameAs(state);
        assertThat(states.get(two)).isNull();
        assertThat(states.get(null)).isNull();
        assertThat(states.size()).isOne();
    }

    @Test
    void aClientThatNobodyUsesTakesItsStateWithIt() {
        Client kept = new FakeClient().client();
        states.get(kept, client -> "kept");
        for (int i = 0; i < 100; i++) {
            states.get(new FakeClient().client(), client -> new byte[10_000]);
        }

        untilOneIsLeft();

        assertThat(states.get(kept)).isEqualTo("kept");
    }

    @Test
    void sessionsDoNotHoldTheirClient() {
        Client kept = new FakeClient().client();
        CredentialRefresh refresh = new FakeRefresh();
        states.get(kept, client -> "kept");
        states.get(new FakeClient().client(), client -> {
            ExpressSessions sessions = new ExpressSessions(client, refresh);
            sessions.credentials("b--x-s3");
            return sessions;
        });

        untilOneIsLeft();

        assertThat(states.get(kept)).isEqualTo("kept");
    }

    private void untilOneIsLeft() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (states.size() > 1 && System.nanoTime() < end) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(states.size()).isOne();
    }

    @Test
    void theLeastUsedMakesRoom() {
        RecentlyUsed<String> values = new RecentlyUsed<>(3);
        values.put("a", "1");
        values.put("b", "2");
        values.put("c", "3");
        assertThat(values.get("a")).isEqualTo("1");

        assertThat(values.get("d", key -> key + "!")).isEqualTo("d!");

        assertThat(values.size()).isEqualTo(3);
        assertThat(values.get("b")).isNull();
        assertThat(values.get("a")).isEqualTo("1");
        assertThat(values.get("c")).isEqualTo("3");
        assertThat(values.get("d")).isEqualTo("d!");
    }
}
