package org.tucuxi.signing.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.IdentityCache;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory.Settings;
import org.tucuxi.signing.Signer;

/** The signer of one client. */
final class ClientSigner implements RequestSigner {

    static final String CREDENTIALS_HINT = "Give the session credentials, or set AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY, or name a profile that has them; the signature version \"unsigned\" needs none";

    private final Settings settings;
    private final Signers signers;
    private final List<EventHandler<ChooseSigner, String>> rules;
    private final Map<String, Slots> slots = new ConcurrentHashMap<>();

    ClientSigner(Settings settings, Signers signers, List<EventHandler<ChooseSigner, String>> rules) {
        this.rules = rules;
        this.settings = settings;
        this.signers = signers;
    }

    @Override
    public String regionName() {
        return settings.region();
    }

    @Override
    public String signingName() {
        return settings.signingName();
    }

    @Override
    public String signatureVersion() {
        return settings.signatureVersion();
    }

    @Override
    public void sign(String operationName, AwsRequest request) {
        signFor(null, operationName, request);
    }

    @Override
    public void sign(String operationName, AwsRequest request, Presigning purpose) {
        signFor(Objects.requireNonNull(purpose, "purpose"), operationName, request);
    }

    /** Signs; {@code purpose} is null for a request that is sent now. */
    private void signFor(Presigning purpose, String operationName, AwsRequest request) {
        Slots operation = slots.get(operationName);
        if (operation == null) {
            operation = slots.computeIfAbsent(operationName, this::resolve);
        }
        String version = chooseVersion(operation.chooseSigner, request.context(), purpose);
        if (!operation.beforeSign.isEmpty()) {
            String name = purpose == null || purpose.signingName() == null ? settings.signingName()
                    : purpose.signingName();
            operation.beforeSign.fire(new BeforeSign(operation.beforeSign.name(), request, name, settings.region(),
                    version, this, operationName));
        }
        if (!isUnsigned(version)) {
            apply(version, request, purpose);
        }
    }

    private Slots resolve(String operationName) {
        String ending = '.' + settings.serviceId() + '.' + operationName;
        return new Slots(settings.events().slot("choose-signer" + ending),
                settings.events().slot("before-sign" + ending));
    }

    private String chooseVersion(EventSlot chooseSigner, Map<String, Object> context, Presigning purpose) {
        String version = versionFor(purpose, text(context, "auth_type", settings.signatureVersion()));
        // the signing name and region of the call, not of the client: S3's access points have others
        Map<?, ?> signing = signing(context);
        ChooseSigner event = new ChooseSigner(chooseSigner.name(),
                text(signing, "signing_name", settings.signingName()), text(signing, "region", settings.region()), version, context);
        String answer = chooseSigner.isEmpty() ? null : chooseSigner.untilAnswer(event);
        // This bundle's own rules are handlers too; but a call in flight must not lose them when the bundle stops.
        for (int i = 0; i < rules.size() && answer == null; i++) {
            answer = rules.get(i).handle(event);
        }
        return answer == null ? version : versionFor(purpose, answer);
    }

    /** Every purpose has versions of its own, also for those who answer without knowing of it. */
    private static String versionFor(Presigning purpose, String version) {
        return purpose == null || isUnsigned(version) || version.endsWith(purpose.form().ending()) ? version
                : version + purpose.form().ending();
    }

    private void apply(String version, AwsRequest request, Presigning purpose) {
        Signer signer = purpose == null ? signers.get(version) : signers.forPresigning(version);
        if (signer.requiresRegion() && settings.region() == null) {
            throw new NoRegionException("You must specify a region.");
        }
        Map<?, ?> signing = signing(request.context());
        boolean takesToken = signer.takesToken();
        signer.sign(request, new Signer.Scope(version, takesToken ? null : credentials(signing),
                region(signing, purpose), name(signing, purpose), request.context(),
                takesToken ? settings.token().get() : null, purpose == null ? null : purpose.expiresIn()));
    }

    /** Whoever presigns for a region means that one, whatever the endpoint's rules say. */
    private String region(Map<?, ?> signing, Presigning purpose) {
        return purpose != null && purpose.region() != null ? purpose.region()
                : text(signing, "region", settings.region());
    }

    private String name(Map<?, ?> signing, Presigning purpose) {
        return text(signing, "signing_name",
                purpose != null && purpose.signingName() != null ? purpose.signingName() : settings.signingName());
    }

    private FrozenCredentials credentials(Map<?, ?> signing) {
        if (signing.get("identity_cache") instanceof IdentityCache cache) {
            return ofIdentity(cache, signing.get("cache_key"));
        }
        Object ofThisRequest = signing.get("request_credentials");
        if (ofThisRequest instanceof FrozenCredentials frozen) {
            return frozen;
        }
        Credentials credentials = ofThisRequest instanceof Credentials given ? given : settings.credentials().get();
        return credentials == null ? null : credentials.freeze();
    }

    private static FrozenCredentials ofIdentity(IdentityCache cache, Object key) {
        if (!(key instanceof String text)) {
            throw new CredentialRetrievalException("The call's context has an identity_cache under \"signing\", but no"
                    + " cache_key that says whose credentials are meant; whoever puts one there puts both");
        }
        Credentials credentials = cache.credentials(text);
        return credentials == null ? null : credentials.freeze();
    }

    private static boolean isUnsigned(String version) {
        return Signer.UNSIGNED.equals(version) || "none".equals(version);
    }

    private static Map<?, ?> signing(Map<String, Object> context) {
        return context.get("signing") instanceof Map<?, ?> signing ? signing : Map.of();
    }

    private static String text(Map<?, ?> map, String key, String otherwise) {
        return map.get(key) instanceof String text && !text.isEmpty() ? text : otherwise;
    }

    @Override
    public String toString() {
        return "RequestSigner(" + settings.serviceId() + ", " + settings.signatureVersion() + ", " + settings.region()
                + ')';
    }

    private record Slots(EventSlot chooseSigner, EventSlot beforeSign) {
    }
}
