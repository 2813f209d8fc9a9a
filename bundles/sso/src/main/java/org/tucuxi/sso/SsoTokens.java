package org.tucuxi.sso;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.TokenProvider;
import org.tucuxi.credentials.TokenRefresh;

/**
 * The bearer token of somebody who signed in with {@code aws sso login}. It is the session's own, as it is the same for
 * every service.
 */
@Component
public final class SsoTokens implements TokenProvider {

    static final String NAME = "sso";

    private final Access access;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ComponentServiceObjects<SessionFactory> sessions;

    /**
     * For the component runtime.
     *
     * @param tokens keeps tokens fresh
     * @param caches the files of the AWS CLI
     */
    @Activate
    public SsoTokens(@Reference TokenRefresh tokens, @Reference CredentialCaches caches) {
        this.access = new Access(new InnerSession(() -> sessions), caches, tokens, Clock.systemUTC());
    }

    SsoTokens(Access access) {
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName) {
        return signingName != null ? Optional.empty() : SsoSession.of(configuration).map(session ->
                access.tokens().deferred(NAME, new SessionToken(session, configuration, access)));
    }

    @Override
    public String reason(Configuration configuration, String signingName) {
        return signingName != null ? "gives the session's own token only"
                : "profile '" + ProfileTexts.profileName(configuration) + "' has no sso_session";
    }
}
