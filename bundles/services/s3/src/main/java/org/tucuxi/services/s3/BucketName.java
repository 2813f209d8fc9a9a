package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** A bucket's name becomes a part of a host name or path: anything that could lead elsewhere is refused. */
@Component
@EventPattern("before-parameter-build.s3")
@ServiceRanking(100)
public final class BucketName implements EventHandler<BeforeParameterBuild, Void> {

    private static final int LONGEST = 255;

    @Override
    public Void handle(BeforeParameterBuild event) {
        if (event.params().get("Bucket") instanceof String bucket && !isPlain(bucket) && !Arn.isBucketArn(bucket)) {
            throw new ParamValidationException("Invalid bucket name \"" + bucket
                    + "\": Bucket name must match the regex \"^[a-zA-Z0-9.\\-_]{1,255}$\" or be an ARN "
                    + "matching the regex \""
                    + Arn.ACCESS_POINT + '|' + Arn.OUTPOST + '"');
        }
        return null;
    }

    private static boolean isPlain(String bucket) {
        if (bucket.isEmpty() || bucket.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < bucket.length(); i++) {
            char c = bucket.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_'
                    || c >= 'A' && c <= 'Z';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
