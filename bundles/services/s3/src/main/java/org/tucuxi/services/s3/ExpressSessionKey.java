package org.tucuxi.services.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** A call for a directory bucket is signed by the credentials of a session for that bucket. */
@Component
@EventPattern("before-call.s3")
public final class ExpressSessionKey implements EventHandler<BeforeCall, BeforeCall.Answer> {

    static final String SIGNING = "signing";
    static final String CACHE_KEY = "cache_key";

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        Map<String, Object> context = event.context();
        if (context.get("endpoint_properties") instanceof Map<?, ?> properties
                && "S3Express".equals(properties.get("backend"))
                && context.get("input_params") instanceof Map<?, ?> params && params.get("Bucket") != null) {
            Map<String, Object> signing = new LinkedHashMap<>(8);
            if (context.get(SIGNING) instanceof Map<?, ?> present) {
                present.forEach((key, value) -> signing.put(String.valueOf(key), value));
            }
            signing.put(CACHE_KEY, params.get("Bucket"));
            context.put(SIGNING, signing);
        }
        return null;
    }
}
