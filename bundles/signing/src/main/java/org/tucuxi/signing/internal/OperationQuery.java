package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/**
 * The parameters of an operation that is to become a URL: its query, what was added to it, and its body, form or JSON
 * object. A name that comes several times in the query keeps its first value, as in the reference.
 */
final class OperationQuery {

    private OperationQuery() {
    }

    /** Moves everything but the path out of a request; the URL itself is left for the caller to write. */
    static Map<String, Object> take(AwsRequest request) {
        Map<String, Object> result = new LinkedHashMap<>();
        Url url = new Url(request.url());
        addFirstValues(request.url(), url.queryStart(), url.queryEnd(), result);
        result.putAll(request.params());
        request.params().clear();
        addBody(request.body(), result);
        request.body(HttpBody.EMPTY);
        return result;
    }

    static void write(Map<String, Object> parameters, Bytes out) {
        boolean follows = false;
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            if (parameter.getValue() instanceof Iterable<?> values) {
                for (Object value : values) {
                    write(parameter.getKey(), value, follows, out);
                    follows = true;
                }
            } else {
                write(parameter.getKey(), parameter.getValue(), follows, out);
                follows = true;
            }
        }
    }

    private static void write(String name, Object value, boolean follows, Bytes out) {
        String text = String.valueOf(value);
        out.utf8(follows ? "&" : "").percentEncoded(name, 0, name.length()).put('=')
                .percentEncoded(text, 0, text.length());
    }

    private static void addFirstValues(String url, int start, int end, Map<String, Object> result) {
        int from = start;
        while (from < end) {
            int ampersand = url.indexOf('&', from);
            int to = ampersand < 0 || ampersand > end ? end : ampersand;
            if (to > from) {
                int equals = url.indexOf('=', from);
                int nameEnd = equals < 0 || equals > to ? to : equals;
                result.putIfAbsent(PercentCode.decode(url, from, nameEnd, true),
                        PercentCode.decode(url, Math.min(nameEnd + 1, to), to, true));
            }
            from = to + 1;
        }
    }

    private static void addBody(HttpBody body, Map<String, Object> result) {
        if (body instanceof FormBody form) {
            result.putAll(form.fields());
            return;
        }
        byte[] bytes = body.bytes();
        if (body.length() == 0) {
            return;
        }
        if (bytes == null || body.isStream()) {
            throw new UnsupportedSignatureVersionException("A presigned request has no body: it is sent by whoever uses"
                    + " the URL. Leave the operation's body parameter out");
        }
        JsonMembers.read(new String(bytes, StandardCharsets.UTF_8), result);
    }
}
