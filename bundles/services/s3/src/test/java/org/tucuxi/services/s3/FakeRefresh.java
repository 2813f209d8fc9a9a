package org.tucuxi.services.s3;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;

/** Refreshes each time that somebody asks, and keeps the windows. */
final class FakeRefresh implements CredentialRefresh {

    final List<String> made = new ArrayList<>();

    @Override
    public Credentials refreshable(String method, TemporaryCredentials first, Supplier<TemporaryCredentials> refresh) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public Credentials deferred(String method, Supplier<TemporaryCredentials> refresh) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public Credentials deferred(String method, Supplier<TemporaryCredentials> refresh, Duration advisory,
            Duration mandatory) {
        made.add(method + ' ' + advisory + ' ' + mandatory);
        return new Credentials() {

            @Override
            public FrozenCredentials freeze() {
                return refresh.get().keys();
            }

            @Override
            public String method() {
                return method;
            }

            @Override
            public Optional<Instant> expiry() {
                return Optional.of(refresh.get().expiry());
            }
        };
    }
}
