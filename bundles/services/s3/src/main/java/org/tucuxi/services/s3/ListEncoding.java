package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * Lists are asked for with URL-encoded keys, since a key may have characters that XML cannot say; see {@link
 * ListDecoding}.
 */
@Component
@EventPattern({"before-parameter-build.s3.ListObjects", "before-parameter-build.s3.ListObjectsV2",
    "before-parameter-build.s3.ListObjectVersions"})
public final class ListEncoding implements EventHandler<BeforeParameterBuild, Void> {

    /** Context: true when this handler chose the encoding, and not the caller. */
    static final String AUTO_SET = "encoding_type_auto_set";

    @Override
    public Void handle(BeforeParameterBuild event) {
        if (!event.params().containsKey("EncodingType")) {
            event.context().put(AUTO_SET, true);
            event.params().put("EncodingType", "url");
        }
        return null;
    }
}
