package org.tucuxi.credentials.internal.tokens;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.TokenProvider;

/**
 * Tokens of environment variables such as {@code AWS_BEARER_TOKEN_BEDROCK}: each is for one service, and has no end that
 * is known. An empty variable counts as not set.
 */
@Component
public final class EnvironmentTokens implements TokenProvider {

    @Override
    public String name() {
        return TokenSlot.ENV;
    }

    @Override
    public Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName) {
        if (signingName == null || signingName.isBlank()) {
            return Optional.empty();
        }
        String value = configuration.environment().get(BearerToken.variable(signingName));
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        BearerToken token = new BearerToken(value, null);
        return Optional.of(() -> token);
    }

    @Override
    public String reason(Configuration configuration, String signingName) {
        return signingName == null || signingName.isBlank() ? "its tokens are for one service each"
                : BearerToken.variable(signingName) + " is not set";
    }
}
