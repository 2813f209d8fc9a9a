package org.tucuxi.services.ssooidc;

import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.http.RawResponse;
import org.tucuxi.services.shared.json.JsonText;

/** OAuth 2 has the message of an error in {@code error_description}, where no parser of AWS's protocols looks. */
@Component
@EventPattern("before-parse.sso-oidc.*")
public final class OAuthErrors implements EventHandler<BeforeParse, Void> {

    private static final int FIRST_ERROR = 400;

    @Override
    public Void handle(BeforeParse event) {
        RawResponse response = event.responseDict();
        if (response.status() < FIRST_ERROR || response.isStream()) {
            return null;
        }
        try {
            addMessage(response);
        } catch (IOException e) {
            // No JSON: the parser says so.
            return null;
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static void addMessage(RawResponse response) throws IOException {
        if (!(JsonText.read(response.content()) instanceof Map<?, ?> body)) {
            return;
        }
        Object message = body.containsKey("Message") ? body.get("Message") : body.get("message");
        if (body.get("error_description") instanceof String described && !described.isEmpty()
                && (message == null || "".equals(message))) {
            ((Map<String, Object>) body).put("Message", described);
            response.content(JsonText.write(body));
        }
    }
}
