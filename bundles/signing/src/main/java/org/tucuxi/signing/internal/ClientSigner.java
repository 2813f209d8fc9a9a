package org.tucuxi.signing.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.http.AwsRequest;
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
        Slots operation = slots.get(operationName);
        if (operation == null) {
            operation = slots.computeIfAbsent(operationName, this::resolve);
        }
        String version = chooseVersion(operation.chooseSigner, request.context());
        if (!operation.beforeSign.isEmpty()) {
            operation.beforeSign.fire(new BeforeSign(operation.beforeSign.name(), request, settings.signingName(),
                    settings.region(), version, this, operationName));
        }
        if (!isUnsigned(version)) {
            apply(version, request);
        }
    }

    private Slots resolve(String operationName) {
        String ending = '.' + settings.serviceId() + '.' + operationName;
        return new Slots(settings.events().slot("choose-signer" + ending),
                settings.events().slot("before-sign" + ending));
    }

    private String chooseVersion(EventSlot chooseSigner, Map<String, Object> context) {
        String version = text(context, "auth_type", settings.signatureVersion());
        // the signing name and region of the call, not of the client: S3's access points have others
        Map<?, ?> signing = signing(context);
        ChooseSigner event = new ChooseSigner(chooseSigner.name(), text(signing, "signing_name", settings.signingName()),
                text(signing, "region", settings.region()), version, context);
        String answer = chooseSigner.isEmpty() ? null : chooseSigner.untilAnswer(event);
        // This bundle's own rules are handlers too; but a call in flight must not lose them when the bundle stops.
        for (int i = 0; i < rules.size() && answer == null; i++) {
            answer = rules.get(i).handle(event);
        }
        return answer == null ? version : answer;
    }

    private void apply(String version, AwsRequest request) {
        Signer signer = signers.get(version);
        if (signer.requiresRegion() && settings.region() == null) {
            throw new NoRegionException("You must specify a region.");
        }
        Map<?, ?> signing = signing(request.context());
        boolean takesToken = signer.takesToken();
        signer.sign(request, new Signer.Scope(version,
                takesToken ? null : credentials(signing.get("request_credentials")),
                text(signing, "region", settings.region()), text(signing, "signing_name", settings.signingName()),
                request.context(), takesToken ? settings.token().get() : null));
    }

    private FrozenCredentials credentials(Object ofThisRequest) {
        if (ofThisRequest instanceof FrozenCredentials frozen) {
            return frozen;
        }
        Credentials credentials = ofThisRequest instanceof Credentials given ? given : settings.credentials().get();
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
