package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Calls for a bucket that was found in another region go there at once. After {@link EndpointBuiltins}. */
@Component
@EventPattern("before-endpoint-resolution.s3")
public final class RedirectedRegion implements EventHandler<BeforeEndpointResolution, Void> {

    private final BucketRegions regions;

    /**
     * Made by Declarative Services.
     *
     * @param regions where buckets are
     */
    @Activate
    public RedirectedRegion(@Reference BucketRegions regions) {
        this.regions = regions;
    }

    @Override
    public Void handle(BeforeEndpointResolution event) {
        if (event.params().get("Bucket") instanceof String bucket) {
            String region = regions.get(event.context().get("client"), bucket);
            if (region != null) {
                event.builtins().put(EndpointBuiltins.REGION, region);
            }
        }
        return null;
    }
}
