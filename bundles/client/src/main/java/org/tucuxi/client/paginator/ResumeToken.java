package org.tucuxi.client.paginator;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.client.jmespath.JsonReader;
import org.tucuxi.client.jmespath.JsonText;

/**
 * Where to begin: base64 of a JSON object that the reference understands as well.
 *
 * @param tokens the input tokens with their values
 * @param skipped how many results of that page were given before
 */
record ResumeToken(Map<String, Object> tokens, int skipped) {

    /** Key of the number of results that were given of the page which the token fetches. */
    static final String TRUNCATE_AMOUNT = "boto_truncate_amount";
    /** Key of the paths of values that are bytes in base64. */
    private static final String ENCODED_KEYS = "boto_encoded_keys";
    private static final String OLD_SEPARATOR = "___";
    private static final int SHOWN = 200;

    /** The token as text; its keys must be the operation's. */
    static String write(Map<String, Object> tokens, List<String> inputTokens) {
        Set<String> expected = new HashSet<>(inputTokens);
        if (tokens.containsKey(TRUNCATE_AMOUNT)) {
            expected.add(TRUNCATE_AMOUNT);
        }
        if (!tokens.keySet().equals(expected)) {
            throw bad(tokens.keySet() + "; the operation's are " + inputTokens);
        }
        List<List<Object>> encodedKeys = new ArrayList<>();
        findBytes(tokens, List.of(), encodedKeys);
        Map<String, Object> whole = tokens;
        if (!encodedKeys.isEmpty()) {
            whole = new LinkedHashMap<>(tokens);
            whole.put(ENCODED_KEYS, encodedKeys);
        }
        return Base64.getEncoder().encodeToString(JsonText.spaced(whole).getBytes(StandardCharsets.US_ASCII));
    }

    private static void findBytes(Object value, List<Object> path, List<List<Object>> found) {
        if (value instanceof byte[]) {
            found.add(path);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> findBytes(inner, longer(path, key), found));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                findBytes(items.get(i), longer(path, i), found);
            }
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        List<Object> result = new ArrayList<>(path);
        result.add(step);
        return result;
    }

    /** Reads a token of this form, of the old form, or one of the service's own. */
    static ResumeToken read(String text, List<String> inputTokens) {
        Map<String, Object> decoded = decoded(text);
        if (decoded == null) {
            return old(text, inputTokens);
        }
        Object skipped = decoded.containsKey(TRUNCATE_AMOUNT) ? decoded.remove(TRUNCATE_AMOUNT) : Integer.valueOf(0);
        if (!(skipped instanceof Integer amount) || amount < 0) {
            throw bad(shown(text) + "; its " + TRUNCATE_AMOUNT + " is " + skipped);
        }
        return new ResumeToken(decoded, amount);
    }

    private static Map<String, Object> decoded(String text) {
        byte[] bytes = Base64Lenient.decode(text);
        if (bytes == null) {
            return null;
        }
        Map<String, Object> token;
        try {
            token = JsonReader.object(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return null;
        }
        if (token == null || !(token.remove(ENCODED_KEYS) instanceof List<?> keys)) {
            return token;
        }
        for (Object path : keys) {
            if (!(path instanceof List<?> steps) || steps.isEmpty() || !decode(token, steps, 0)) {
                throw bad(shown(text) + "; its " + ENCODED_KEYS + " do not fit it");
            }
        }
        return token;
    }

    @SuppressWarnings("unchecked")
    private static boolean decode(Object owner, List<?> steps, int at) {
        Object step = steps.get(at);
        boolean isLast = at == steps.size() - 1;
        if (owner instanceof Map<?, ?> map) {
            Object value = map.get(step);
            byte[] bytes = isLast && value instanceof String text ? Base64Lenient.decode(text) : null;
            return isLast ? bytes != null && ((Map<Object, Object>) map).put(step, bytes) != null : decode(value, steps, at + 1);
        }
        if (owner instanceof List<?> list && step instanceof Integer index && index >= 0 && index < list.size()) {
            Object value = list.get(index);
            byte[] bytes = isLast && value instanceof String text ? Base64Lenient.decode(text) : null;
            return isLast ? bytes != null && ((List<Object>) list).set(index, bytes) != null : decode(value, steps, at + 1);
        }
        return false;
    }

    private static ResumeToken old(String text, List<String> inputTokens) {
        List<String> parts = split(text);
        int skipped = 0;
        if (parts.size() == inputTokens.size() + 1) {
            try {
                skipped = Integer.parseInt(parts.remove(parts.size() - 1).trim());
            } catch (NumberFormatException e) {
                parts = List.of(text);
            }
        }
        if (parts.size() > inputTokens.size() || skipped < 0) {
            throw bad(shown(text));
        }
        Map<String, Object> tokens = new LinkedHashMap<>();
        for (int i = 0; i < inputTokens.size(); i++) {
            String part = i < parts.size() ? parts.get(i) : "None";
            tokens.put(inputTokens.get(i), part.equals("None") ? null : part);
        }
        return new ResumeToken(tokens, skipped);
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(OLD_SEPARATOR); end >= 0; end = text.indexOf(OLD_SEPARATOR, start)) {
            parts.add(text.substring(start, end));
            start = end + OLD_SEPARATOR.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }

    private static IllegalArgumentException bad(String what) {
        return new IllegalArgumentException("Bad starting token: " + what);
    }
}
