package org.tucuxi.services.s3;

import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.Section;
import org.tucuxi.http.HttpBody;

/** Text and bytes that are uploaded count as a stream, so that {@link ExpectContinue} treats them like one. */
@Component
@EventPattern({"before-parameter-build.s3.UploadPart", "before-parameter-build.s3.PutObject"})
@EventOrder(Section.LAST)
public final class StreamBody implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        Object body = event.params().get("Body");
        if (body instanceof byte[] bytes) {
            event.params().put("Body", HttpBody.streamOf(bytes));
        } else if (body instanceof String text) {
            event.params().put("Body", HttpBody.streamOf(text.getBytes(StandardCharsets.UTF_8)));
        }
        return null;
    }
}
