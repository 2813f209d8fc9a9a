package org.tucuxi.retries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.tucuxi.CallOptions;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.HttpResponse;

/** What the modes read from an attempt, and write to its outcome. */
final class Attempt {

    static final String CRC32_HEADER = "x-amz-crc32";

    private Attempt() {
    }

    static String errorCode(NeedsRetry event) {
        Map<String, Object> parsed = event.parsed();
        return parsed != null && parsed.get("Error") instanceof Map<?, ?> error
                && error.get("Code") instanceof String code ? code : null;
    }

    /** The status, or 0 when there was no response. */
    static int status(NeedsRetry event) {
        HttpResponse response = event.httpResponse();
        return response == null ? 0 : response.status();
    }

    /** How many attempts the call may make: its own limit goes before the client's. */
    static int limit(Map<String, Object> context, int ofTheClient) {
        return context.get(CallOptions.CONTEXT_KEY) instanceof CallOptions options && options.maxAttempts() > 0
                ? options.maxAttempts() : ofTheClient;
    }

    /** Lets the header {@code amz-sdk-request} of the next attempt say how many there may be. */
    @SuppressWarnings("unchecked")
    static void raiseMax(NeedsRetry event, int limit) {
        if (event.requestDict().context().get("retries") instanceof Map<?, ?> retries && !retries.isEmpty()) {
            int present = retries.get("max") instanceof Integer max ? max : 0;
            if (present < limit) {
                ((Map<String, Object>) retries).put("max", limit);
            }
        }
    }

    /** Tells the caller, in {@code ResponseMetadata}, why there was no further attempt. */
    @SuppressWarnings("unchecked")
    static void mark(NeedsRetry event, String key) {
        if (event.parsed() != null) {
            ((Map<String, Object>) event.parsed().computeIfAbsent("ResponseMetadata", k -> new LinkedHashMap<>()))
                    .put(key, true);
        }
    }

    /** The announced checksum when the body has another one; null when it fits or none was announced. */
    static Mismatch crc32Mismatch(HttpResponse response) {
        String header = response == null ? null : response.headers().get(CRC32_HEADER);
        if (header == null || !response.isBuffered()) {
            return null;
        }
        CRC32 crc = new CRC32();
        try {
            crc.update(response.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return value(header.strip()) == crc.getValue() ? null : new Mismatch(header.strip(), Long.toString(crc.getValue()));
    }

    /** The number; or, of a header that is damaged itself, one that no body has. */
    private static long value(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    record Mismatch(String expected, String actual) {
    }
}
