package org.tucuxi.services.machinelearning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.services.shared.json.JsonText;

/**
 * A prediction goes to the host that its parameter {@code PredictEndpoint} names; path and query stay. This comes
 * before signing.
 */
@Component
@EventPattern("request-created.machine-learning.Predict")
public final class PredictionEndpoint implements EventHandler<RequestCreated, Void> {

    @Override
    public Void handle(RequestCreated event) {
        AwsRequest request = event.request();
        byte[] body = request.body().bytes();
        if (body == null) {
            return null;
        }
        try {
            if (JsonText.read(body) instanceof Map<?, ?> input && input.get("PredictEndpoint") instanceof String endpoint
                    && !endpoint.isEmpty()) {
                request.url(hostOf(endpoint) + rest(request.url()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The body of Predict is no JSON: a handler must have replaced it", e);
        }
        return null;
    }

    private static String hostOf(String endpoint) {
        int host = endpoint.indexOf("://");
        if (host < 0) {
            throw new ParamValidationException("PredictEndpoint must be a URL, as in https://realtime.machinelearning."
                    + "us-east-1.amazonaws.com, not " + endpoint);
        }
        return endpoint.substring(0, afterHost(endpoint, host + 3));
    }

    private static String rest(String url) {
        return url.substring(afterHost(url, url.indexOf("://") + 3));
    }

    private static int afterHost(String url, int host) {
        int end = host;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
