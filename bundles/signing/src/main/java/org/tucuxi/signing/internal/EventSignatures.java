package org.tucuxi.signing.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tucuxi.eventstream.EventSigner;
import org.tucuxi.signing.Signer;

/**
 * Signs the frames of an event stream, each upon the one before and the first upon the request
 * (AWS4-HMAC-SHA256-PAYLOAD, "Event stream encoding" of Amazon Transcribe's guide). Belongs to the thread that sends
 * the events.
 */
final class EventSignatures implements EventSigner {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256-PAYLOAD";

    private final Signer.Scope scope;
    private final SigningKeys keys;
    private final Clock clock;
    private final Workspace work = new Workspace();
    private byte[] previous;

    /** Makes a signer; {@code seed} is the signature of the request. */
    EventSignatures(Signer.Scope scope, SigningKeys keys, Clock clock, byte[] seed) {
        this.scope = scope;
        this.keys = keys;
        this.clock = clock;
        this.previous = seed;
    }

    /** In whole seconds: the frame says milliseconds, the signature seconds, and they must be the same time. */
    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public byte[] sign(Instant date, ByteBuffer headers, ByteBuffer payload) {
        SigningTime time = SigningTime.of(date.getEpochSecond());
        byte[] headersHash = hash(headers);
        byte[] payloadHash = hash(payload);
        var key = keys.get(scope.credentials(), time.day(), scope.region(), scope.name(), work);
        work.text().truncate(0).utf8(ALGORITHM).put('\n').utf8(time.timestamp()).put('\n')
                .utf8(time.day()).put('/').utf8(scope.region()).put('/').utf8(scope.name()).utf8("/aws4_request\n")
                .hex(previous).put('\n').hex(headersHash).put('\n').hex(payloadHash);
        previous = work.hmacOfText(key);
        return previous.clone();
    }

    private byte[] hash(ByteBuffer bytes) {
        MessageDigest sha256 = work.sha256();
        sha256.update(bytes);
        return sha256.digest();
    }
}
