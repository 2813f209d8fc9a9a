package org.tucuxi.services.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * Keeps a call's parameters in its context, so that {@link RegionRedirect} can ask the endpoint rules again. They are
 * the live ones: what later handlers do to them counts, too.
 */
@Component
@EventPattern("before-parameter-build.s3")
public final class RedirectContext implements EventHandler<BeforeParameterBuild, Void> {

    /** Context: {@link #REDIRECTED}, {@link #BUCKET} and {@link #PARAMS}. */
    static final String KEY = "s3_redirect";
    static final String REDIRECTED = "redirected";
    static final String BUCKET = "bucket";
    static final String PARAMS = "params";

    @Override
    public Void handle(BeforeParameterBuild event) {
        Map<String, Object> redirect = new LinkedHashMap<>(4);
        redirect.put(REDIRECTED, false);
        redirect.put(BUCKET, event.params().get("Bucket"));
        redirect.put(PARAMS, event.params());
        event.context().put(KEY, redirect);
        return null;
    }
}
