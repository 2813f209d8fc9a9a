package org.tucuxi.itests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.tucuxi.CallOptions;
import org.tucuxi.CallTimeoutException;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.http.ChecksumException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.protocol.ResponseParserException;

/**
 * How a call ended.
 *
 * @param ending in a word, with the status of an error
 * @param code the code of an error, or null
 * @param metadata the response's, empty when there was none
 */
record Seen(String ending, Object code, Map<?, ?> metadata) {

    static Seen of(Client client, Target target, CallOptions options) {
        try {
            Map<String, Object> result = client.call(target.operation(), target.parameters(), options);
            return new Seen(target.isStreamed() ? "ok" + read(result) : "ok", null, metadata(result));
        } catch (ClientException e) {
            return new Seen("error " + metadata(e.response()).get("HTTPStatusCode"),
                    ((Map<?, ?>) e.response().get("Error")).get("Code"), metadata(e.response()));
        } catch (CallTimeoutException e) {
            return without("call timeout");
        } catch (ConnectionClosedException e) {
            return without("connection closed");
        } catch (ReadTimeoutException e) {
            return without("read timeout");
        } catch (ChecksumException e) {
            return without("crc32");
        } catch (ResponseParserException e) {
            return without("unreadable");
        }
    }

    private static Seen without(String ending) {
        return new Seen(ending, null, Map.of());
    }

    private static Map<?, ?> metadata(Map<String, Object> response) {
        return (Map<?, ?>) response.get("ResponseMetadata");
    }

    /** What the latest body that this thread read broke by. */
    private static final ThreadLocal<String> BROKEN = new ThreadLocal<>();

    /** Why the latest body broke, for messages; null when none did. */
    static String brokenBy() {
        return BROKEN.get();
    }

    private static String read(Map<String, Object> result) {
        try (InputStream body = (InputStream) result.get("Body")) {
            body.readAllBytes();
            return "";
        } catch (IOException | RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            BROKEN.set(trace.toString());
            return ", broken body";
        }
    }

    boolean says(String key) {
        return Boolean.TRUE.equals(metadata.get(key));
    }
}
