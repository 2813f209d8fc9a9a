package org.tucuxi.demo.handlers;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.ProvideClientParams;

/** Use case 1: adds a default bucket if none is given. */
@Component
@EventPattern("provide-client-params.s3.ListObjectsV2")
public final class AddDefaultBucket implements EventHandler<ProvideClientParams, Map<String, Object>> {

    @Override
    public Map<String, Object> handle(ProvideClientParams event) {
        event.params().putIfAbsent("Bucket", "my-default-bucket");
        return null;
    }
}
