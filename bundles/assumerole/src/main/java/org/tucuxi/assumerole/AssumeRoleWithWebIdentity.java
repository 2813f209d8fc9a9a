package org.tucuxi.assumerole;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.ComponentContext;
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

/**
 * Credentials of a role that a token in a file may assume: what EKS and CI systems put there is read at each refresh.
 */
@Component(service = CredentialProvider.class, reference =
    @Reference(name = Services.SESSIONS, service = SessionFactory.class, cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY))
public final class AssumeRoleWithWebIdentity implements CredentialProvider {

    static final String NAME = "assume-role-with-web-identity";

    private static final String TOKEN_FILE = "web_identity_token_file";
    private static final String ROLE_ARN = "role_arn";
    private static final String SESSION_NAME = "role_session_name";
    private static final Map<String, String> VARIABLES = Map.of(TOKEN_FILE, "AWS_WEB_IDENTITY_TOKEN_FILE",
            ROLE_ARN, "AWS_ROLE_ARN", SESSION_NAME, "AWS_ROLE_SESSION_NAME");

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
    public AssumeRoleWithWebIdentity(ComponentContext context, @Reference CredentialRefresh refresh,
            @Reference CredentialCaches caches) {
        this(Services.of(context), refresh, caches, Clock.systemUTC());
    }

    AssumeRoleWithWebIdentity(Services services, CredentialRefresh refresh, CredentialCaches caches, Clock clock) {
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
        String file = value(configuration, TOKEN_FILE);
        if (file == null || file.isEmpty()) {
            return CredentialAnswer.none(TOKEN_FILE + " is not set in the profile '"
                    + configuration.profile().orElse(Profiles.DEFAULT) + (configuration.isProfileExplicit()
                            ? "'; the environment is not asked, for the program chose the profile"
                            : "', nor " + VARIABLES.get(TOKEN_FILE) + " in the environment"));
        }
        RoleArguments arguments = arguments(configuration);
        TokenFile token = new TokenFile(file);
        StsCall sts = new StsCall(services, configuration);
        RoleFetch fetch = new RoleFetch(NAME, CliCache.of(caches, configuration), arguments.cacheKey(),
                () -> sts.unsigned("AssumeRoleWithWebIdentity", withToken(arguments, token)), clock);
        return CredentialAnswer.found(refresh.deferred(NAME, fetch).withFeatures(features(configuration)));
    }

    /** The reference's CREDENTIALS_STS_ASSUME_ROLE_WEB_ID, and whether environment or profile said so, or both. */
    private static Set<String> features(Configuration configuration) {
        Set<String> features = new HashSet<>(Set.of("k"));
        for (String key : List.of(TOKEN_FILE, ROLE_ARN, SESSION_NAME)) {
            if (!configuration.isProfileExplicit() && configuration.environment().get(VARIABLES.get(key)) != null) {
                features.add("h");
            } else if (value(configuration, key) != null) {
                features.add("q");
            }
        }
        return features;
    }

    private RoleArguments arguments(Configuration configuration) {
        String role = value(configuration, ROLE_ARN);
        if (role == null || role.isEmpty()) {
            throw new InvalidConfigException("There is a web identity token file and no role to assume with it: set "
                    + ROLE_ARN + " in the profile '" + configuration.profile().orElse(Profiles.DEFAULT) + "', or "
                    + VARIABLES.get(ROLE_ARN) + " in the environment where that is asked");
        }
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("RoleArn", role);
        String sessionName = value(configuration, SESSION_NAME);
        if (sessionName != null) {
            arguments.put("RoleSessionName", sessionName);
        }
        return RoleArguments.of(arguments, clock);
    }

    /** Environment first; a variable that is there and empty goes before the profile, too. */
    private static String value(Configuration configuration, String key) {
        String fromEnvironment = configuration.isProfileExplicit() ? null
                : configuration.environment().get(VARIABLES.get(key));
        return fromEnvironment != null ? fromEnvironment
                : Profiles.of(configuration).text(configuration.profile().orElse(Profiles.DEFAULT), key);
    }

    private static Map<String, Object> withToken(RoleArguments arguments, TokenFile token) {
        Map<String, Object> result = new HashMap<>(arguments.values());
        result.put("WebIdentityToken", token.read());
        return result;
    }
}
