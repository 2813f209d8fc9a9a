package org.tucuxi.client;

import java.util.function.Supplier;
import org.tucuxi.credentials.BearerToken;

/**
 * A client's bearer token: the one that is meant for its service, else the session's.
 *
 * <p>It is looked for when the client is made, because what is wrong with the configuration of the session's token is an
 * error then, whatever the service. The token itself is got when a request is signed with it. Where there was none it is
 * looked for again then: the bundle that has one may have come since.
 */
final class ClientToken implements Supplier<BearerToken> {

    private final LiveSession session;
    private final String signingName;
    private final boolean inEnvironment;
    private volatile Supplier<BearerToken> found;

    ClientToken(LiveSession session, String signingName) {
        this.session = session;
        this.signingName = signingName;
        String variable = session.configuration().environment().get(BearerToken.variable(signingName));
        this.inEnvironment = variable != null && !variable.isEmpty();
        // The session's own first: a mistake in its configuration is not to be hidden by a token for the service.
        session.tokenResolver().ifPresent(tokens -> tokens.load(null));
        this.found = look();
    }

    private Supplier<BearerToken> look() {
        return session.tokenResolver().flatMap(tokens -> tokens.load(signingName)).orElse(null);
    }

    /** Whether the environment has a token for the service, which services may prefer to credentials. */
    boolean isInEnvironment() {
        return inEnvironment;
    }

    /** Gives the token, refreshed when that is due; null when there is none. */
    @Override
    public BearerToken get() {
        Supplier<BearerToken> known = found;
        if (known == null) {
            known = look();
            found = known;
        }
        return known == null ? null : known.get();
    }

    @Override
    public String toString() {
        return "ClientToken(" + signingName + ')';
    }
}
