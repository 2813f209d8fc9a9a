package org.tucuxi.signing.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.ClientConfig;
import org.tucuxi.event.BuiltIn;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.signing.RequestSignerFactory;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/**
 * Follows the option {@code auth_scheme_preference}, and prefers a bearer token where the environment has one for the
 * service. Not for presigning: that has no client configuration in its context.
 */
@Component(service = EventHandler.class)
@EventPattern("choose-signer")
@BuiltIn
public final class ChooseByPreference implements EventHandler<ChooseSigner, String> {

    /** Context key: the names of the options that the user's code gave, as opposed to those that were computed. */
    static final String GIVEN_IN_CODE = "client_config_given";

    /** Context key: whether the session's environment has a bearer token for the service. */
    static final String TOKEN_IN_ENVIRONMENT = "bearer_token_in_environment";

    /** Context key: the ids of features that the user agent names. */
    private static final String FEATURES = "feature_ids";
    /** The reference's feature BEARER_SERVICE_ENV_VARS. */
    private static final String BEARER_FEATURE = "3";

    private static final Map<String, String> VERSIONS =
            Map.of("sigv4", "v4", "sigv4a", "v4a", "httpBearerAuth", "bearer", "noAuth", Signer.UNSIGNED);
    private static final String BEARER = "bearer";

    private final RequestSignerFactory signers;

    /**
     * Makes the handler.
     *
     * @param signers knows which signature versions there are
     */
    @Activate
    public ChooseByPreference(@Reference RequestSignerFactory signers) {
        this.signers = signers;
    }

    @Override
    public String handle(ChooseSigner event) {
        Map<String, Object> context = event.context();
        if (!(context.get("client_config") instanceof ClientConfig config)) {
            return null;
        }
        String configured = config.signatureVersion();
        String resolved = resolve(event, config, configured);
        if ("v4a".equals(resolved)) {
            SigV4aContext.prepare(context, event.signingName());
        }
        return resolved == null || resolved.equals(configured) ? null : resolved;
    }

    private String resolve(ChooseSigner event, ClientConfig config, String configured) {
        Map<String, Object> context = event.context();
        boolean versionInCode = Signer.UNSIGNED.equals(configured) || isGiven(context, "signature_version");
        String preference = versionInCode ? null : config.authSchemePreference();
        boolean hasPreference = preference != null && !preference.isEmpty();
        boolean mayBear = "bedrock".equals(event.signingName());
        if (!hasPreference && !mayBear) {
            return configured;
        }
        Set<String> schemes = schemes(context.get("auth_options"));
        String resolved = hasPreference && !schemes.isEmpty() ? byPreference(preference, schemes) : configured;
        boolean nothingInCode = !versionInCode && !isGiven(context, "auth_scheme_preference");
        if (mayBear && (nothingInCode || BEARER.equals(resolved)) && hasBearer(context, schemes)) {
            addFeature(context);
            return BEARER;
        }
        return resolved;
    }

    @SuppressWarnings("unchecked")
    private static void addFeature(Map<String, Object> context) {
        if (context.get(FEATURES) instanceof Set<?> features) {
            ((Set<String>) features).add(BEARER_FEATURE);
        }
    }

    private String byPreference(String preference, Set<String> offered) {
        Set<String> inOrder = new LinkedHashSet<>(List.of(preference.split(",")));
        inOrder.addAll(offered);
        Set<String> available = signers.signatureVersions();
        for (String scheme : inOrder) {
            String version = VERSIONS.get(scheme.strip());
            if (version != null && offered.contains(scheme.strip())
                    && (version.equals(Signer.UNSIGNED) || available.contains(version))) {
                return version;
            }
        }
        List<String> sorted = new ArrayList<>(offered);
        sorted.sort(null);
        throw new UnsupportedSignatureVersionException("The service takes the auth schemes " + String.join(", ", sorted)
                + ", and there is a signer for none of them; there are signers for " + String.join(", ", available));
    }

    private boolean hasBearer(Map<String, Object> context, Set<String> schemes) {
        return Boolean.TRUE.equals(context.get(TOKEN_IN_ENVIRONMENT)) && schemes.contains("httpBearerAuth")
                && signers.signatureVersions().contains(BEARER);
    }

    private static boolean isGiven(Map<String, Object> context, String option) {
        return context.get(GIVEN_IN_CODE) instanceof Collection<?> given && given.contains(option);
    }

    /** The service's schemes without their namespaces: {@code aws.auth#sigv4} is {@code sigv4}. */
    private static Set<String> schemes(Object authOptions) {
        if (!(authOptions instanceof Collection<?> options) || options.isEmpty()) {
            return Set.of();
        }
        Set<String> result = new LinkedHashSet<>();
        for (Object option : options) {
            String scheme = String.valueOf(option);
            result.add(scheme.substring(scheme.lastIndexOf('#') + 1));
        }
        return result;
    }
}
