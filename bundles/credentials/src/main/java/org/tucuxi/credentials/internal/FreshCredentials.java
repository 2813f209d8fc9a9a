package org.tucuxi.credentials.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.TemporaryCredentials;

/** Offers the refresh of credentials to providers of other bundles. */
@Component
public final class FreshCredentials implements CredentialRefresh {

    private final Clock clock;

    /** For the component runtime. */
    @Activate
    public FreshCredentials() {
        this(Clock.systemUTC());
    }

    FreshCredentials(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Credentials refreshable(String method, TemporaryCredentials first, Supplier<TemporaryCredentials> refresh) {
        return RefreshableCredentials.of(method, first, refresh, clock);
    }

    @Override
    public Credentials deferred(String method, Supplier<TemporaryCredentials> refresh) {
        return RefreshableCredentials.deferred(method, refresh, clock);
    }

    @Override
    public Credentials deferred(String method, Supplier<TemporaryCredentials> refresh, Duration advisory,
            Duration mandatory) {
        return RefreshableCredentials.deferred(method, refresh, clock, advisory, mandatory);
    }
}
