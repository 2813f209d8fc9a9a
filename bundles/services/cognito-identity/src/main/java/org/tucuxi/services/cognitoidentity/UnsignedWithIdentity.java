package org.tucuxi.services.cognitoidentity;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.signing.Signer;

/** Whoever asks for an identity has no credentials yet. */
@Component
@EventPattern({"choose-signer.cognito-identity.GetId",
    "choose-signer.cognito-identity.GetOpenIdToken",
    "choose-signer.cognito-identity.UnlinkIdentity",
    "choose-signer.cognito-identity.GetCredentialsForIdentity"})
public final class UnsignedWithIdentity implements EventHandler<ChooseSigner, String> {

    @Override
    public String handle(ChooseSigner event) {
        return Signer.UNSIGNED;
    }
}
