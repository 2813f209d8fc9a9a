package org.tucuxi.services.sts;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.signing.Signer;

/** Whoever has a SAML assertion or a web identity has no credentials yet. */
@Component
@EventPattern({"choose-signer.sts.AssumeRoleWithSAML", "choose-signer.sts.AssumeRoleWithWebIdentity"})
public final class UnsignedWithToken implements EventHandler<ChooseSigner, String> {

    @Override
    public String handle(ChooseSigner event) {
        return Signer.UNSIGNED;
    }
}
