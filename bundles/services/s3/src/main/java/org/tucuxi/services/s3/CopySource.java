package org.tucuxi.services.s3;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * {@code CopySource} is a header: a text is encoded, and a map of {@code Bucket}, {@code Key} and {@code VersionId}
 * becomes one.
 */
@Component
@EventPattern({"before-parameter-build.s3.CopyObject", "before-parameter-build.s3.UploadPartCopy"})
public final class CopySource implements EventHandler<BeforeParameterBuild, Void> {

    private static final String VERSION = "?versionId=";

    @Override
    public Void handle(BeforeParameterBuild event) {
        Object source = event.params().get("CopySource");
        if (source instanceof String text) {
            event.params().put("CopySource", encode(text));
        } else if (source instanceof Map<?, ?> parts) {
            event.params().put("CopySource", encode(parts));
        }
        return null;
    }

    /** All but a version at the end is encoded. */
    private static String encode(String text) {
        int version = text.indexOf(VERSION);
        while (version >= 0 && !isVersion(text, version + VERSION.length())) {
            version = text.indexOf(VERSION, version + 1);
        }
        return version < 0 ? UrlText.encodePath(text)
                : UrlText.encodePath(text.substring(0, version)) + text.substring(version);
    }

    private static boolean isVersion(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return start < text.length();
    }

    private static String encode(Map<?, ?> parts) {
        String bucket = required(parts, "Bucket");
        String key = required(parts, "Key");
        Object version = parts.get("VersionId");
        String path = Arn.isBucketArn(bucket) ? bucket + "/object/" + key : bucket + '/' + key;
        return UrlText.encodePath(path) + (version == null ? "" : VERSION + version);
    }

    private static String required(Map<?, ?> parts, String name) {
        if (parts.get(name) instanceof String text) {
            return text;
        }
        throw new ParamValidationException("Missing required parameter: '" + name + "' in CopySource");
    }
}
