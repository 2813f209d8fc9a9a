package org.tucuxi.sso;

import java.time.Clock;
import java.util.Set;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.TokenRefresh;

/** The credentials of a role that somebody may have who signed in with {@code aws sso login}. */
@Component
public final class SsoCredentials implements CredentialProvider {

    /** The reference's CREDENTIALS_PROFILE_SSO and CREDENTIALS_SSO. */
    private static final Set<String> SESSION = Set.of("r", "s");
    /** The same of profiles without a session. */
    private static final Set<String> LEGACY = Set.of("t", "u");

    private final CredentialRefresh refresh;
    private final Access access;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ComponentServiceObjects<SessionFactory> sessions;

    /**
     * For the component runtime.
     *
     * @param refresh keeps credentials fresh
     * @param tokens keeps tokens fresh
     * @param caches the files of the AWS CLI
     */
    @Activate
    public SsoCredentials(@Reference CredentialRefresh refresh, @Reference TokenRefresh tokens,
            @Reference CredentialCaches caches) {
        this.refresh = refresh;
        this.access = new Access(new InnerSession(() -> sessions), caches, tokens, Clock.systemUTC());
    }

    SsoCredentials(CredentialRefresh refresh, Access access) {
        this.refresh = refresh;
        this.access = access;
    }

    @Override
    public String name() {
        return "sso";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        return SsoProfile.of(configuration)
                .map(profile -> CredentialAnswer.found(
                        refresh.deferred(name(), new RoleCredentials(profile, configuration, access))
                                .withFeatures(profile.sessionName() != null ? SESSION : LEGACY)))
                .orElseGet(() -> CredentialAnswer.none("profile '" + ProfileTexts.profileName(configuration)
                        + "' has neither sso_role_name nor sso_account_id"));
    }
}
