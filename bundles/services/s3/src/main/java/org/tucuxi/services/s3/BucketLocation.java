package org.tucuxi.services.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.protocol.ResponseParserException;

/** The location is the text of the root element, which the model cannot say; null stands for the classic region. */
@Component
@EventPattern("after-call.s3.GetBucketLocation")
public final class BucketLocation implements EventHandler<AfterCall, Void> {

    @Override
    public Void handle(AfterCall event) {
        HttpResponse response = event.httpResponse();
        if (response == null || response.status() >= 300 || event.parsed() == null) {
            return null;
        }
        try {
            byte[] body = response.content();
            // An answer of a handler, a stubber's for example, has no body; its map is complete already.
            if (body.length > 0) {
                event.parsed().put("LocationConstraint", XmlDocument.rootText(body));
            }
        } catch (XMLStreamException e) {
            throw new ResponseParserException("The response of GetBucketLocation is no XML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The response of GetBucketLocation cannot be read", e);
        }
        return null;
    }
}
