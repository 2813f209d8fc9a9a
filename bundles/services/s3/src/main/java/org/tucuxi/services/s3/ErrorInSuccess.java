package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.Section;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/**
 * S3 may answer 200 and fail afterwards: the body is an error then, or breaks off. Such a response is a 500, which is
 * retried; {@link ParsedStatus} brings that to the retry handlers.
 */
@Component
@EventPattern("before-parse.s3.*")
@EventOrder(Section.FIRST)
public final class ErrorInSuccess implements EventHandler<BeforeParse, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorInSuccess.class);

    @Override
    public Void handle(BeforeParse event) {
        RawResponse response = event.responseDict();
        byte[] body = response.content();
        if (response.status() == 200 && body != null && body.length > 0 && hasXmlOutput(event.operationModel())) {
            String root = XmlDocument.root(body);
            if (root == null || root.equals("Error")) {
                LOG.debug("{} answered 200 with a body that is {}", event.operationModel().name(),
                        root == null ? "no whole XML document" : "an error");
                response.status(500);
            }
        }
        return null;
    }

    private static boolean hasXmlOutput(OperationModel operation) {
        StructureShape output = operation.output();
        if (output == null || operation.hasEventStreamOutput()) {
            return false;
        }
        Shape payload = output.payload() == null ? null : output.members().get(output.payload());
        return payload == null || payload.type() != ShapeType.BLOB && payload.type() != ShapeType.STRING;
    }
}
