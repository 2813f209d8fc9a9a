package org.tucuxi.client;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.signing.Signer;

/**
 * Learns from refused signatures how far the service's clock is ahead of this computer's, for one client. The reference does
 * not: with a wrong clock, all its calls fail.
 *
 * <p>It answers {@code needs-retry} after the retry mode, at most once in a call, within the attempts that the mode allows,
 * and only when the correction changes something. Later calls of the client are signed by the service's clock at once.
 */
final class ClockSkew implements EventHandler<NeedsRetry, Duration> {

    /** Services take signatures that are up to five minutes off. */
    private static final Duration TOLERANCE = Duration.ofMinutes(4);
    /** Context key: that this call was repeated because of its clock. */
    private static final String CORRECTED = "clock_corrected";
    private static final Set<String> CODES = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
            "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure");

    private final CallTime time;
    private volatile Duration offset;

    ClockSkew(CallTime time) {
        this.time = time;
    }

    /** Puts what is known into the context of a call, for its signer. */
    void tell(Map<String, Object> context) {
        Duration known = offset;
        if (known != null) {
            context.put(Signer.CLOCK_OFFSET, known);
        }
    }

    @Override
    public Duration handle(NeedsRetry event) {
        HttpResponse response = event.httpResponse();
        if (response == null || response.status() < 300 || !isRefusal(event)) {
            return null;
        }
        Instant server = date(response.headers().get("Date"));
        Map<String, Object> context = event.requestDict().context();
        if (server == null || context.containsKey(CORRECTED)) {
            return null;
        }
        Duration used = context.get(Signer.CLOCK_OFFSET) instanceof Duration known ? known : Duration.ZERO;
        Duration ahead = Duration.between(time.now(), server);
        if (ahead.minus(used).abs().compareTo(TOLERANCE) <= 0) {
            return null;
        }
        offset = ahead;
        context.put(Signer.CLOCK_OFFSET, ahead);
        if (event.attempts() >= limit(context)) {
            return null;
        }
        context.put(CORRECTED, true);
        return Duration.ZERO;
    }

    private static boolean isRefusal(NeedsRetry event) {
        return event.parsed() != null && event.parsed().get("Error") instanceof Map<?, ?> error
                && error.get("Code") instanceof String code && CODES.contains(code);
    }

    /** The limit that the mode announced; a mode that announces none has no objection. */
    private static int limit(Map<String, Object> context) {
        return context.get("retries") instanceof Map<?, ?> retries && retries.get("max") instanceof Integer max ? max
                : Integer.MAX_VALUE;
    }

    /** The time of a header {@code Date}, or null. */
    static Instant date(String header) {
        try {
            return header == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
