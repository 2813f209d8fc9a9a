package org.tucuxi.services.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.Client;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Gives the signer the sessions of S3 Express; each client has its own. */
@Component
@EventPattern("before-sign.s3")
public final class ExpressIdentity implements EventHandler<BeforeSign, Void> {

    static final String IDENTITY_CACHE = "identity_cache";

    private final PerClient<ExpressSessions> sessions = new PerClient<>();
    private final CredentialRefresh refresh;

    /**
     * Made by Declarative Services.
     *
     * @param refresh keeps sessions fresh
     */
    @Activate
    public ExpressIdentity(@Reference CredentialRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    public Void handle(BeforeSign event) {
        Map<String, Object> context = event.request().context();
        if (event.signatureVersion() != null && event.signatureVersion().startsWith("v4-s3express")
                && context.get(ExpressSessionKey.SIGNING) instanceof Map<?, ?> present
                && "s3express".equals(present.get("signing_name"))
                && context.get("client") instanceof Client client) {
            Map<String, Object> signing = new LinkedHashMap<>(8);
            present.forEach((key, value) -> signing.put(String.valueOf(key), value));
            signing.put(IDENTITY_CACHE, sessions.get(client, owner -> new ExpressSessions(owner, refresh)));
            if (signing.get(ExpressSessionKey.CACHE_KEY) == null) {
                // Presigning makes no call, so nobody has chosen the key.
                signing.put(ExpressSessionKey.CACHE_KEY, bucket(context));
            }
            context.put(ExpressSessionKey.SIGNING, signing);
        }
        return null;
    }

    private static Object bucket(Map<String, Object> context) {
        return context.get(RedirectContext.KEY) instanceof Map<?, ?> redirect
                && redirect.get(RedirectContext.PARAMS) instanceof Map<?, ?> params ? params.get("Bucket") : null;
    }

    /** How many clients have sessions. */
    int clients() {
        return sessions.size();
    }

    @Deactivate
    void clear() {
        sessions.clear();
    }
}
