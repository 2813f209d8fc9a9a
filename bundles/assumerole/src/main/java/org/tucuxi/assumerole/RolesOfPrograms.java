package org.tucuxi.assumerole;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.MfaCodes;
import org.tucuxi.credentials.RoleCredentials;

/** Assumes roles for programs. */
@Component(reference = {
    @Reference(name = Services.SESSIONS, service = SessionFactory.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY),
    @Reference(name = Services.MFA_CODES, service = MfaCodes.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)})
public final class RolesOfPrograms implements RoleCredentials {

    private final Services services;
    private final CredentialRefresh refresh;
    private final Clock clock;

    /**
     * For the component runtime.
     *
     * @param context where other services are looked up
     * @param refresh keeps the credentials fresh
     */
    @Activate
    public RolesOfPrograms(ComponentContext context, @Reference CredentialRefresh refresh) {
        this(Services.of(context), refresh, Clock.systemUTC());
    }

    RolesOfPrograms(Services services, CredentialRefresh refresh, Clock clock) {
        this.services = services;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public Credentials assume(Configuration configuration, Credentials source, Map<String, ?> given,
            CredentialCaches.Cache cache) {
        RoleArguments arguments = RoleArguments.of(given, clock);
        StsCall sts = new StsCall(services, configuration);
        return refresh.deferred(AssumeRole.NAME, new RoleFetch(AssumeRole.NAME, cache, arguments.cacheKey(),
                () -> sts.signed(source, "AssumeRole", AssumeRole.withCode(services, arguments)), clock));
    }
}
