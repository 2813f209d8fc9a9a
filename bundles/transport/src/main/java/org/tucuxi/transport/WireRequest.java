package org.tucuxi.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.tucuxi.http.HttpHeaders;

/**
 * Jetty's request with the path, the query and the headers of ours. Jetty would parse and rebuild them by
 * {@code java.net.URI}; here they are only handed through.
 */
final class WireRequest extends HttpRequest {

    private static final URI PLACEHOLDER = URI.create("http://localhost/");

    private final Progress progress;
    private final String path;
    private final String query;
    private volatile boolean http2;
    private String authorityHost;
    private int authorityPort;

    WireRequest(WireClient client, Progress progress, String method, Target target, boolean forwarded) {
        super(client, new HttpConversation(), PLACEHOLDER);
        this.progress = progress;
        // A proxy that forwards gets the whole URL.
        this.path = forwarded ? target.display() : target.path();
        this.query = target.query();
        scheme(target.scheme());
        host(target.host());
        port(target.port());
        method(method);
    }

    /**
     * Adds headers as they are spelt.
     *
     * @param noBody Jetty drops {@code Content-Length: 0} of methods that usually have no body unless it takes the
     *        header for a foreign one
     */
    void headers(HttpHeaders headers, boolean noBody) {
        boolean foreignLength = noBody && !"POST".equals(getMethod()) && !"PUT".equals(getMethod());
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            HttpHeader framing = framing(name);
            if (framing == HttpHeader.CONTENT_LENGTH && foreignLength) {
                framing = null;
            }
            addHeader(new HttpField(framing, name, bytesAsChars(headers.valueAt(i))));
        }
    }

    /** The headers that Jetty must know to frame the message. */
    private static HttpHeader framing(String name) {
        return switch (name.length()) {
            case 4 -> name.equalsIgnoreCase("Host") ? HttpHeader.HOST : null;
            case 10 -> name.equalsIgnoreCase("Connection") ? HttpHeader.CONNECTION : null;
            case 14 -> name.equalsIgnoreCase("Content-Length") ? HttpHeader.CONTENT_LENGTH : null;
            case 17 -> name.equalsIgnoreCase("Transfer-Encoding") ? HttpHeader.TRANSFER_ENCODING : null;
            default -> null;
        };
    }

    /** Jetty writes a character as a byte; header values go out as UTF-8. */
    private static String bytesAsChars(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 128) {
                return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return value;
    }

    /**
     * Called when the request got a connection that speaks HTTP/2: there, what was signed as the header Host is
     * {@code :authority}, and the header itself is left out.
     */
    void becomeHttp2() {
        String host = getHeaders().get(HttpHeader.HOST);
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']') && isNumber(host, colon + 1);
        authorityHost = hasPort ? host.substring(0, colon) : host;
        authorityPort = hasPort ? Integer.parseInt(host.substring(colon + 1)) : -1;
        http2 = true;
        headers(fields -> fields.remove(HttpHeader.HOST));
        // Who pauses loses no stream; silence is judged by who waits for the server.
        idleTimeout(0, TimeUnit.MILLISECONDS);
    }

    private static boolean isNumber(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < text.length() && text.length() - start <= 5;
    }

    boolean isHttp2() {
        return http2;
    }

    @Override
    public String getHost() {
        return http2 ? authorityHost : super.getHost();
    }

    @Override
    public int getPort() {
        return http2 ? authorityPort : super.getPort();
    }

    Progress progress() {
        return progress;
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public String getQuery() {
        return query;
    }

    @Override
    public Request path(String ignored) {
        return this;
    }

    /** None: so Jetty neither rewrites the path for a proxy nor looks for cookies. */
    @Override
    public URI getURI() {
        return null;
    }
}
