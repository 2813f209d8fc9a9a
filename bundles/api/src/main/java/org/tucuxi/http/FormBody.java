package org.tucuxi.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The body of a query or ec2 request: form fields, {@code body} as a dict in boto3. Handlers may change the fields; what
 * nobody looks at stays encoded. Belongs to the thread of its call.
 */
public final class FormBody implements HttpBody {

    private byte[] encoded;
    private Map<String, Object> fields;

    /**
     * Makes a body.
     *
     * @param encoded the fields as {@code application/x-www-form-urlencoded}, not copied
     */
    public FormBody(byte[] encoded) {
        this.encoded = Objects.requireNonNull(encoded, "encoded");
    }

    /**
     * The fields.
     *
     * @return live and mutable, in their order; a value is a String, or a List of String for a field that comes several
     *         times
     */
    public Map<String, Object> fields() {
        if (fields == null) {
            fields = decode(new String(encoded, StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public byte[] bytes() {
        return fields == null ? encoded : encode(fields);
    }

    @Override
    public long length() {
        return bytes().length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    /** Shows the length only: fields may be secret. */
    @Override
    public String toString() {
        return "form of " + length() + " bytes";
    }

    private static Map<String, Object> decode(String form) {
        Map<String, Object> result = new LinkedHashMap<>();
        int pos = 0;
        while (pos < form.length()) {
            int end = form.indexOf('&', pos);
            end = end < 0 ? form.length() : end;
            int equals = form.indexOf('=', pos);
            equals = equals < 0 || equals > end ? end : equals;
            String name = URLDecoder.decode(form.substring(pos, equals), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(form.substring(Math.min(equals + 1, end), end), StandardCharsets.UTF_8);
            result.merge(name, value, FormBody::both);
            pos = end + 1;
        }
        return result;
    }

    private static Object both(Object present, Object added) {
        List<Object> values = present instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(present));
        values.add(added);
        return values;
    }

    private static byte[] encode(Map<String, Object> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (field.getValue() instanceof Iterable<?> values) {
                values.forEach(value -> field(out, field.getKey(), value));
            } else {
                field(out, field.getKey(), field.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, String name, Object value) {
        if (out.size() > 0) {
            out.write('&');
        }
        percentEncode(out, name);
        out.write('=');
        percentEncode(out, String.valueOf(value));
    }

    /** Letters, digits and {@code _.-~} stay, a space is {@code +}: Python's quote_plus, which the reference uses. */
    private static void percentEncode(ByteArrayOutputStream out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
                    || b == '_' || b == '.' || b == '-' || b == '~') {
                out.write(b);
            } else if (b == ' ') {
                out.write('+');
            } else {
                out.write('%');
                out.write("0123456789ABCDEF".charAt(b >> 4 & 15));
                out.write("0123456789ABCDEF".charAt(b & 15));
            }
        }
    }
}
