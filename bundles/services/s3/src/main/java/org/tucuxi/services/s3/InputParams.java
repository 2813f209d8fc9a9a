package org.tucuxi.services.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Keeps what a call is about in its context, for those who see the request only. */
@Component
@EventPattern("before-parameter-build.s3")
public final class InputParams implements EventHandler<BeforeParameterBuild, Void> {

    private static final String[] NAMES = {"Bucket", "Delete", "Key", "Prefix"};

    @Override
    public Void handle(BeforeParameterBuild event) {
        Map<String, Object> params = event.params();
        Map<String, Object> kept = new LinkedHashMap<>(8);
        for (String name : NAMES) {
            if (params.containsKey(name)) {
                kept.put(name, params.get(name));
            }
        }
        event.context().put("input_params", kept);
        return null;
    }
}
