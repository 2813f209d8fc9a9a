package org.tucuxi.services.iam;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.services.shared.json.JsonText;

/** IAM sends policies as percent-encoded JSON: the caller gets the document. What cannot be read stays as it came. */
@Component
@EventPattern("after-call.iam")
public final class PolicyDocuments implements EventHandler<AfterCall, Void> {

    private static final String POLICY = "policyDocumentType";

    @Override
    public Void handle(AfterCall event) {
        StructureShape output = event.model().output();
        if (output != null && event.parsed() != null) {
            decode(event.parsed(), output);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static void decode(Object value, Shape shape) {
        if (shape instanceof StructureShape structure && value instanceof Map<?, ?>) {
            Map<String, Object> parsed = (Map<String, Object>) value;
            for (Map.Entry<String, Shape> member : structure.members().entrySet()) {
                Object present = parsed.get(member.getKey());
                if (present instanceof String text && POLICY.equals(member.getValue().name())) {
                    parsed.put(member.getKey(), document(text));
                } else if (present != null) {
                    decode(present, member.getValue());
                }
            }
        } else if (shape instanceof ListShape list && value instanceof List<?> items) {
            items.forEach(item -> decode(item, list.member()));
        }
    }

    private static Object document(String text) {
        try {
            return JsonText.read(PercentText.decode(text));
        } catch (IOException e) {
            return text;
        }
    }
}
