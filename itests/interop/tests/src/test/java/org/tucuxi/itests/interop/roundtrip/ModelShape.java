package org.tucuxi.itests.interop.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A shape of a model file, seen through a reference whose attributes go before the shape's own. */
record ModelShape(JsonNode shapes, JsonNode reference, JsonNode definition) {

    static ModelShape of(JsonNode shapes, JsonNode reference) {
        return reference == null || reference.isMissingNode() || reference.isNull() ? null
                : new ModelShape(shapes, reference, shapes.path(reference.path("shape").asText()));
    }

    String name() {
        return reference.path("shape").asText();
    }

    String type() {
        return definition.path("type").asText();
    }

    JsonNode trait(String name) {
        return reference.has(name) ? reference.get(name) : definition.path(name);
    }

    boolean flag(String name) {
        return trait(name).asBoolean(false);
    }

    /** A text attribute, or null. */
    String text(String name) {
        JsonNode value = trait(name);
        return value.isTextual() ? value.asText() : null;
    }

    String wireName(String otherwise) {
        String name = text("locationName");
        return name == null ? otherwise : name;
    }

    String location() {
        String location = text("location");
        return location == null ? "" : location;
    }

    Map<String, ModelShape> members() {
        Map<String, ModelShape> members = new LinkedHashMap<>();
        definition.path("members").fields().forEachRemaining(
                member -> members.put(member.getKey(), of(shapes, member.getValue())));
        return members;
    }

    ModelShape item() {
        return of(shapes, definition.get("member"));
    }

    ModelShape key() {
        return of(shapes, definition.get("key"));
    }

    ModelShape value() {
        return of(shapes, definition.get("value"));
    }

    boolean requires(String member) {
        for (JsonNode required : definition.path("required")) {
            if (required.asText().equals(member)) {
                return true;
            }
        }
        return false;
    }

    boolean isEventStream() {
        return flag("eventstream");
    }

    /** The member that is the event stream, or null. */
    String eventStreamMember() {
        return members().entrySet().stream().filter(member -> member.getValue().isEventStream())
                .map(Map.Entry::getKey).findFirst().orElse(null);
    }
}
