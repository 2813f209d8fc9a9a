package org.tucuxi.services.s3;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Metadata of objects are headers, which S3 takes in ASCII only: better to say so than to let the signature fail. */
@Component
@EventPattern({"before-parameter-build.s3.CopyObject", "before-parameter-build.s3.PutObject",
    "before-parameter-build.s3.CreateMultipartUpload"})
public final class AsciiMetadata implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        if (event.params().get("Metadata") instanceof Map<?, ?> metadata) {
            metadata.forEach(AsciiMetadata::check);
        }
        return null;
    }

    private static void check(Object key, Object value) {
        if (!isAscii(key) || !isAscii(value)) {
            throw new ParamValidationException("Non ascii characters found in S3 metadata for key \"" + key
                    + "\", value: \"" + value + "\".  \nS3 metadata can only contain ASCII characters. ");
        }
    }

    private static boolean isAscii(Object value) {
        if (value instanceof String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 127) {
                    return false;
                }
            }
        }
        return true;
    }
}
