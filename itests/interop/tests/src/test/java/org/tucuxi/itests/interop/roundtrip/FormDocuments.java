package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms in requests of query and ec2; their responses are XML. */
final class FormDocuments implements Documents {

    private final boolean ec2;
    private final XmlDocuments responses;

    FormDocuments(String protocol) {
        ec2 = protocol.equals("ec2");
        responses = new XmlDocuments(protocol);
    }

    @Override
    public byte[] write(String operation, ModelShape shape, Object value, boolean top) {
        return responses.write(operation, shape, value, top);
    }

    static Map<String, String> fields(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void check(ModelShape shape, Object expected, byte[] body, boolean top) {
        Map<String, String> fields = fields(body);
        assertThat(fields.remove("Action")).isNotNull();
        assertThat(fields.remove("Version")).isNotNull();
        Map<String, String> wanted = new LinkedHashMap<>();
        flatten(shape, expected, "", wanted);
        assertThat(fields).isEqualTo(wanted);
    }

    private void flatten(ModelShape shape, Object value, String prefix, Map<String, String> out) {
        switch (shape.type()) {
            case "structure" -> shape.members().forEach((name, member) -> {
                Object present = ((Map<?, ?>) value).get(name);
                if (present != null) {
                    flatten(member, present, join(prefix, key(member, name)), out);
                }
            });
            case "list" -> list(shape, (List<?>) value, prefix, out);
            case "map" -> {
                int index = 1;
                String entry = shape.flag("flattened") ? prefix : prefix + ".entry";
                for (Map.Entry<?, ?> item : ((Map<?, ?>) value).entrySet()) {
                    flatten(shape.key(), item.getKey(), entry + '.' + index + '.' + key(shape.key(), "key"), out);
                    flatten(shape.value(), item.getValue(), entry + '.' + index + '.' + key(shape.value(), "value"), out);
                    index++;
                }
            }
            default -> out.put(prefix, Times.scalar(shape, value, "iso8601"));
        }
    }

    private void list(ModelShape shape, List<?> value, String prefix, Map<String, String> out) {
        String base = prefix;
        if (!ec2 && !shape.flag("flattened")) {
            base = prefix + '.' + shape.item().wireName("member");
        } else if (!ec2 && shape.item().text("locationName") != null) {
            int dot = prefix.lastIndexOf('.');
            base = (dot < 0 ? "" : prefix.substring(0, dot + 1)) + shape.item().text("locationName");
        }
        for (int i = 0; i < value.size(); i++) {
            flatten(shape.item(), value.get(i), base + '.' + (i + 1), out);
        }
    }

    private String key(ModelShape shape, String otherwise) {
        if (!ec2) {
            return shape.wireName(otherwise);
        }
        String name = shape.text("queryName");
        if (name != null) {
            return name;
        }
        name = shape.text("locationName");
        return name == null ? otherwise : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + '.' + name;
    }
}
