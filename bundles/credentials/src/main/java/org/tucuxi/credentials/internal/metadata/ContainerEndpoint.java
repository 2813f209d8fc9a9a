package org.tucuxi.credentials.internal.metadata;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.InvalidConfigException;

/**
 * Where a container gets its credentials. Without TLS only hosts count that nobody outside of the machine can be: the
 * answer decides who the program is, and the question may show a token.
 *
 * @param url what to ask
 * @param shown the URL for messages: without user, query and fragment
 */
record ContainerEndpoint(String url, String shown) {

    static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    static final String ECS = "http://169.254.170.2";

    private static final List<String> ALLOWED = List.of("169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost");

    /**
     * The endpoint that an environment names.
     *
     * @param environment the environment
     * @param base what a relative URI is relative to, without a slash at the end
     * @return the endpoint, or empty when the environment names none
     * @throws InvalidConfigException when it must not be used
     */
    static Optional<ContainerEndpoint> of(Map<String, String> environment, String base) {
        String relative = environment.get(RELATIVE);
        if (relative != null && !relative.isEmpty()) {
            return Optional.of(checked(RELATIVE, base + relative));
        }
        String full = environment.get(FULL);
        return full == null || full.isEmpty() ? Optional.empty() : Optional.of(checked(FULL, full));
    }

    private static ContainerEndpoint checked(String variable, String url) {
        URI uri = parsed(variable, url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (scheme.equals("http") && !ALLOWED.contains(bare) && !isLoopback(bare)) {
            throw new InvalidConfigException("Unsupported host '" + bare + "' in " + variable + ": without https,"
                    + " credentials are only taken from a loopback address or one of these hosts: "
                    + String.join(", ", ALLOWED));
        }
        String path = uri.getRawPath();
        String asked = scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + (path.isEmpty() ? "/" : path);
        return new ContainerEndpoint(asked + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery()), asked);
    }

    private static URI parsed(String variable, String url) {
        try {
            URI uri = new URI(new URI(url).toASCIIString());
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below, without the text: it may hold a password
        }
        throw new InvalidConfigException(variable + " does not make a URL with scheme http or https and a host");
    }

    /** Whether a host is a loopback address; a name is not looked up, because who answers for it may lie. */
    private static boolean isLoopback(String host) {
        boolean isAddress = host.indexOf(':') >= 0 || isDottedQuad(host);
        try {
            return isAddress && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isDottedQuad(String host) {
        String[] parts = host.split("\\.", -1);
        boolean isQuad = parts.length == 4;
        for (String part : parts) {
            isQuad &= !part.isEmpty() && part.length() <= 3 && (part.length() == 1 || part.charAt(0) != '0');
            for (int i = 0; i < part.length(); i++) {
                isQuad &= part.charAt(i) >= '0' && part.charAt(i) <= '9';
            }
        }
        return isQuad;
    }
}
