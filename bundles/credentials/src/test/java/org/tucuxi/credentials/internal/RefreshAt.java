package org.tucuxi.credentials.internal;

import java.time.Clock;
import org.tucuxi.credentials.CredentialRefresh;

/** The refresh service by a test's clock, for tests of providers in other packages. */
public final class RefreshAt {

    private RefreshAt() {
    }

    public static CredentialRefresh clock(Clock clock) {
        return new FreshCredentials(clock);
    }
}
