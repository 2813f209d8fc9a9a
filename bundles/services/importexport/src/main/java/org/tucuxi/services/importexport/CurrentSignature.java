package org.tucuxi.services.importexport;

import java.util.Collection;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * The model asks for version 2, but version 4 is what has been used for years; a version that somebody configured
 * counts.
 */
@Component
@EventPattern("choose-signer.importexport")
public final class CurrentSignature implements EventHandler<ChooseSigner, String> {

    private static final String MODELLED = "v2";

    @Override
    public String handle(ChooseSigner event) {
        boolean isGiven = event.context().get("client_config_given") instanceof Collection<?> given
                && given.contains("signature_version");
        return isGiven || !MODELLED.equals(event.signatureVersion()) ? null : "v4";
    }
}
