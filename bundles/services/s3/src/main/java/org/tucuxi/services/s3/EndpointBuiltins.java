package org.tucuxi.services.s3;

import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Corrects what the endpoint rules are told, where bucket or operation decide. */
@Component
@EventPattern("before-endpoint-resolution.s3")
@ServiceRanking(100)
public final class EndpointBuiltins implements EventHandler<BeforeEndpointResolution, Void> {

    private static final String FORCE_PATH_STYLE = "AWS::S3::ForcePathStyle";
    private static final String USE_GLOBAL_ENDPOINT = "AWS::S3::UseGlobalEndpoint";
    static final String REGION = "AWS::Region";

    @Override
    public Void handle(BeforeEndpointResolution event) {
        Map<String, Object> builtins = event.builtins();
        String bucket = event.params().get("Bucket") instanceof String text ? text : null;
        boolean arn = bucket != null && Arn.isArn(bucket);
        if (event.model().name().equals("GetBucketLocation")) {
            // Whoever asks for the location does not know the bucket's region: only the path form answers from any.
            builtins.put(FORCE_PATH_STYLE, true);
        } else if (arn) {
            builtins.put(FORCE_PATH_STYLE, false);
        }
        if (isTrue(event.context().get("use_global_endpoint")) && !arn && (bucket == null || Names.isHostLabel(bucket))
                && !Names.isExpressBucket(bucket) && !isTrue(builtins.get(FORCE_PATH_STYLE))) {
            builtins.put(REGION, "aws-global");
            builtins.put(USE_GLOBAL_ENDPOINT, true);
        }
        return null;
    }

    private static boolean isTrue(Object value) {
        return Boolean.TRUE.equals(value instanceof Supplier<?> supplier ? supplier.get() : value);
    }
}
