package org.tucuxi.login;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRefresh;

/** The credentials of somebody who signed in with {@code aws login}. */
@Component
public final class LoginCredentials implements CredentialProvider {

    private static final String SESSION = "login_session";

    private final CredentialRefresh refresh;
    private final CredentialCaches caches;
    private final CreatesTokens service;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ComponentServiceObjects<SessionFactory> sessions;

    /**
     * For the component runtime.
     *
     * @param refresh keeps credentials fresh
     * @param caches the files of the AWS CLI
     */
    @Activate
    public LoginCredentials(@Reference CredentialRefresh refresh, @Reference CredentialCaches caches) {
        this.refresh = refresh;
        this.caches = caches;
        this.service = new InnerSession(() -> sessions);
        this.clock = Clock.systemUTC();
    }

    LoginCredentials(CredentialRefresh refresh, CredentialCaches caches, CreatesTokens service, Clock clock) {
        this.refresh = refresh;
        this.caches = caches;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "login";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        Map<String, Object> profile = configuration.scopedConfig();
        String profileName = configuration.profile().orElse("default");
        if (!profile.containsKey(SESSION)) {
            return CredentialAnswer.none("profile '" + profileName + "' has no " + SESSION);
        }
        if (!(profile.get(SESSION) instanceof String sessionName)) {
            throw new InvalidConfigException(SESSION + " of profile \"" + profileName
                    + "\" is a block; write it in one line");
        }
        LoginFile file = LoginFile.of(sessionName, configuration, caches);
        // What is there, even if it has ended: the first use refreshes it.
        return CredentialAnswer.found(refresh.refreshable(name(), file.read().credentials(),
                new LoginRefresh(file, configuration, service, clock)));
    }
}
