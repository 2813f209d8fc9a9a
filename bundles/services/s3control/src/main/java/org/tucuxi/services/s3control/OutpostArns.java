package org.tucuxi.services.s3control;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * Resource names for {@code Name} and {@code Bucket}: they must be of S3 on Outposts, and their account is the call's
 * (botocore's S3ControlArnParamHandlerv2). The parameters keep them, for the endpoint rules to read.
 */
@Component
@EventPattern("before-endpoint-resolution.s3-control")
public final class OutpostArns implements EventHandler<BeforeEndpointResolution, Void> {

    /** Operations that take an outpost's id, and no resource name. */
    private static final Set<String> BY_OUTPOST_ID = Set.of("CreateBucket", "ListRegionalBuckets");

    @Override
    public Void handle(BeforeEndpointResolution event) {
        Map<String, Object> params = event.params();
        String operation = event.model().name();
        if (BY_OUTPOST_ID.contains(operation)) {
            if (params.containsKey("OutpostId")) {
                event.context().put("outpost_id", params.get("OutpostId"));
            }
            return null;
        }
        // The name of an access point to be is a name.
        if (!operation.equals("CreateAccessPoint")) {
            check(event, "Name", "accesspoint");
        }
        check(event, "Bucket", "bucket");
        return null;
    }

    private static void check(BeforeEndpointResolution event, String member, String kind) {
        OutpostArn arn = OutpostArn.of(event.params().get(member));
        if (arn == null) {
            return;
        }
        if (arn.isFips()) {
            throw invalid(arn, "Invalid ARN, FIPS region not allowed in ARN.");
        }
        if (isAccelerated(event.context().get("client_config"))) {
            throw new InvalidConfigException("Unsupported configuration when using S3 Control: S3 control client does not"
                    + " support accelerate endpoints; leave s3.use_accelerate_endpoint out");
        }
        if (!arn.isOnOutpost(kind)) {
            throw invalid(arn, "The " + member + " parameter does not support the provided ARN; it takes"
                    + " arn:PARTITION:s3-outposts:REGION:ACCOUNT:outpost/ID/" + kind + "/NAME");
        }
        Object account = event.params().get("AccountId");
        if (account != null && !account.equals(arn.account())) {
            throw invalid(arn, "Account ID in arn does not match the AccountId parameter provided: \"" + account + '"');
        }
        event.params().put("AccountId", arn.account());
    }

    private static boolean isAccelerated(Object config) {
        return config instanceof ClientConfig client && client.s3() != null
                && "true".equalsIgnoreCase(String.valueOf(client.s3().get("use_accelerate_endpoint")));
    }

    private static ParamValidationException invalid(OutpostArn arn, String reason) {
        return new ParamValidationException("S3 ARN \"" + arn.text() + "\" provided is invalid for this operation. "
                + reason);
    }
}
