package org.tucuxi.itests.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;

/** One operation's codec, and the answer that it parses. */
final class Codec {

    private static final int SHOWN = 3000;

    private final OperationCodec codec;
    private final Answer answer;
    private final HttpHeaders headers;

    Codec(Protocol protocol, String service, String operation, Answer answer) {
        this.codec = protocol.compile(Services.model(service).operation(operation), CodecSettings.DEFAULTS);
        this.answer = answer;
        this.headers = HttpHeaders.of(Map.of("Content-Type", answer.type(), "x-amzn-RequestId", "4442587FB7D0A2F9",
                "Date", "Thu, 01 Jan 2026 00:00:00 GMT", "Server", "Server",
                "Content-Length", Integer.toString(answer.body().length)));
    }

    Map<String, Object> parse() {
        return codec.parse(new RawResponse(200, headers, answer.body(), new HashMap<>()));
    }

    Object serialize(Map<String, Object> parameters) {
        return codec.serialize(parameters);
    }

    /** Faults unless the parser by hand gives the same result, apart from the metadata. */
    Codec check(Map<String, Object> byHand) {
        Map<String, Object> result = parse();
        result.remove("ResponseMetadata");
        if (!result.equals(byHand)) {
            throw new IllegalStateException("Different results:\n" + cut(result) + '\n' + cut(byHand));
        }
        return this;
    }

    /** Faults unless the writer by hand writes the same body. */
    Codec check(Map<String, Object> parameters, byte[] byHand) {
        byte[] body = codec.serialize(parameters).body().bytes();
        if (!Arrays.equals(body, byHand)) {
            throw new IllegalStateException("Different bodies:\n" + text(body) + '\n' + text(byHand));
        }
        return this;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String cut(Map<String, Object> result) {
        String text = result.toString();
        return text.substring(0, Math.min(text.length(), SHOWN));
    }
}
