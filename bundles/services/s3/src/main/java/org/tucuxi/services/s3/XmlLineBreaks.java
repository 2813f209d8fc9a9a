package org.tucuxi.services.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.http.HttpBody;

/**
 * Keeps line breaks in keys: XML parsers turn a CR into a LF, so the wrong object would be deleted. In these bodies a
 * line break can only come from the caller.
 */
@Component
@EventPattern({"before-call.s3.DeleteObjects", "before-call.s3.PutBucketLifecycleConfiguration"})
public final class XmlLineBreaks implements EventHandler<BeforeCall, BeforeCall.Answer> {

    private static final byte[] CR = "&#xD;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LF = "&#xA;".getBytes(StandardCharsets.US_ASCII);

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        byte[] xml = event.params().body().bytes();
        if (xml != null && hasLineBreak(xml)) {
            event.params().body(HttpBody.of(escaped(xml)));
        }
        return null;
    }

    private static boolean hasLineBreak(byte[] xml) {
        for (byte b : xml) {
            if (b == '\r' || b == '\n') {
                return true;
            }
        }
        return false;
    }

    private static byte[] escaped(byte[] xml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(xml.length + 64);
        for (byte b : xml) {
            if (b == '\r') {
                out.writeBytes(CR);
            } else if (b == '\n') {
                out.writeBytes(LF);
            } else {
                out.write(b);
            }
        }
        return out.toByteArray();
    }
}
