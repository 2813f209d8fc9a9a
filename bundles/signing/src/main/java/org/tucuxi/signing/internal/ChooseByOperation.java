package org.tucuxi.signing.internal;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.tucuxi.event.BuiltIn;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.signing.Signer;

/** Follows the auth type of an operation or of its endpoint. Asked before {@link ChooseByPreference}. */
@Component(service = EventHandler.class)
@EventPattern("choose-signer")
@BuiltIn
@ServiceRanking(100)
public final class ChooseByOperation implements EventHandler<ChooseSigner, String> {

    private static final Set<String> S3_NAMES = Set.of("s3", "s3-outposts", "s3-object-lambda", "s3express");

    @Override
    public String handle(ChooseSigner event) {
        Map<String, Object> context = event.context();
        if (!(context.get("auth_type") instanceof String authType) || authType.isEmpty()) {
            return null;
        }
        switch (authType) {
            case "none", Signer.UNSIGNED:
                return Signer.UNSIGNED;
            case "bearer":
                return authType;
            default:
                break;
        }
        if (Boolean.TRUE.equals(context.get("unsigned_payload")) || authType.equals("v4-unsigned-body")) {
            context.put("payload_signing_enabled", false);
        }
        if (!authType.startsWith("v4")) {
            return null;
        }
        return authType.equals("v4-s3express") ? authType : sigV4(authType, event);
    }

    private static String sigV4(String authType, ChooseSigner event) {
        boolean s3 = event.signingName() != null && S3_NAMES.contains(event.signingName());
        if (authType.equals("v4a")) {
            SigV4aContext.prepare(event.context(), event.signingName());
            return s3 ? "s3v4a" : "v4a";
        }
        return s3 ? "s3v4" : "v4";
    }
}
