package org.tucuxi.client.jmespath;

import java.util.List;
import java.util.Map;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;

/** Reads JSON with what the library has for literals; no deeper than fifty levels. */
public final class JsonReader {

    private JsonReader() {
    }

    /**
     * Reads an object.
     *
     * @param text the JSON
     * @return a mutable tree, or null when this is not one JSON object and nothing else
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        try {
            // In brackets, because the library does not mind what follows a value.
            return JmespathExpression.parseJson('[' + text + ']', JavaValues.INSTANCE) instanceof List<?> values
                    && values.size() == 1 && values.get(0) instanceof Map<?, ?> object ? (Map<String, Object>) object : null;
        } catch (JmespathException e) {
            return null;
        }
    }
}
