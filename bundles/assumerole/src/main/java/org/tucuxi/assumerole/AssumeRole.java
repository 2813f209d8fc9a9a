package org.tucuxi.assumerole;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.ComponentContext;
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
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.MfaCodes;
import org.tucuxi.credentials.TemporaryCredentials;

/** Credentials of a profile that names a role ({@code role_arn}) and who may assume it. */
@Component(service = CredentialProvider.class, reference = {
    @Reference(name = Services.SESSIONS, service = SessionFactory.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY),
    @Reference(name = Services.RESOLVERS, service = CredentialResolverFactory.class,
            cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY),
    @Reference(name = Services.MFA_CODES, service = MfaCodes.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)})
public final class AssumeRole implements CredentialProvider {

    static final String NAME = "assume-role";

    private final Services services;
    private final CredentialRefresh refresh;
    private final CredentialCaches caches;
    private final Clock clock;

    /**
     * For the component runtime.
     *
     * @param context where other services are looked up
     * @param refresh keeps the credentials fresh
     * @param caches keep them on disk
     */
    @Activate
    public AssumeRole(ComponentContext context, @Reference CredentialRefresh refresh,
            @Reference CredentialCaches caches) {
        this(Services.of(context), refresh, caches, Clock.systemUTC());
    }

    AssumeRole(Services services, CredentialRefresh refresh, CredentialCaches caches, Clock clock) {
        this.services = services;
        this.refresh = refresh;
        this.caches = caches;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        Profiles profiles = Profiles.of(configuration);
        String name = configuration.profile().orElse(Profiles.DEFAULT);
        if (!profiles.isRole(name)) {
            String reason = profiles.keys(name).containsKey("role_arn")
                    ? "a web_identity_token_file beside role_arn: that is for " + AssumeRoleWithWebIdentity.NAME
                    : "no role_arn";
            return CredentialAnswer.none("the profile '" + name + "' has " + reason);
        }
        return CredentialAnswer.found(assume(configuration, profiles, name, new ArrayList<>(List.of(name))));
    }

    /** The source is found now, so that a mistake in a profile is seen at once; STS is called when it must be. */
    private Credentials assume(Configuration configuration, Profiles profiles, String name, List<String> visited) {
        RoleProfile profile = RoleProfile.read(profiles, name, visited);
        Credentials source = source(configuration, profiles, profile, visited);
        RoleArguments arguments = RoleArguments.of(profile.arguments(), clock);
        StsCall sts = new StsCall(services, configuration);
        Supplier<TemporaryCredentials> fetch = new RoleFetch(NAME, CliCache.of(caches, configuration),
                arguments.cacheKey(), () -> sts.signed(source, "AssumeRole", withCode(services, arguments)), clock);
        return refresh.deferred(NAME, profile.mfaSerial() == null ? fetch : new OnceOnly(fetch, profile))
                .withFeatures(features(profile, source));
    }

    /** The reference's CREDENTIALS_STS_ASSUME_ROLE, by a named provider or a source profile, and where that has its own. */
    private static Set<String> features(RoleProfile profile, Credentials source) {
        Set<String> features = new HashSet<>(source.features());
        features.add(profile.credentialSource() != null ? "p" : "o");
        features.add("i");
        return features;
    }

    private Credentials source(Configuration configuration, Profiles profiles, RoleProfile profile,
            List<String> visited) {
        SourceCredentials sources = new SourceCredentials(services, configuration);
        if (profile.credentialSource() != null) {
            return sources.ofProvider(profile.credentialSource(), profile.name());
        }
        String source = profile.source();
        visited.add(source);
        return profiles.hasStaticKeys(source) || !profiles.isRole(source) ? sources.ofProfile(source)
                : assume(configuration, profiles, source, visited);
    }

    /** A code is good for one call. */
    static Map<String, Object> withCode(Services services, RoleArguments arguments) {
        if (!(arguments.values().get("SerialNumber") instanceof String serial)) {
            return arguments.values();
        }
        Map<String, Object> result = new HashMap<>(arguments.values());
        result.put("TokenCode", services.mfaCode(serial));
        return result;
    }
}
