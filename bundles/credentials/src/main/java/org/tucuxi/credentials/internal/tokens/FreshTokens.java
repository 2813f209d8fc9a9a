package org.tucuxi.credentials.internal.tokens;

import java.time.Clock;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.TokenRefresh;

/** Keeps the tokens of providers in other bundles fresh. */
@Component
public final class FreshTokens implements TokenRefresh {

    private final Clock clock = Clock.systemUTC();

    @Override
    public Supplier<BearerToken> deferred(String provider, Supplier<BearerToken> refresh) {
        return new DeferredToken(provider, refresh, clock);
    }
}
