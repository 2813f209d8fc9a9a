package org.tucuxi.credentials.internal.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/** Where an instance's metadata service is: what was configured, else one of two addresses of each instance. */
final class ImdsEndpoint {

    static final String IPV4 = "http://169.254.169.254/";
    static final String IPV6 = "http://[fd00:ec2::254]/";

    private static final Logger LOG = LoggerFactory.getLogger(ImdsEndpoint.class);
    private static final String ENDPOINT = "ec2_metadata_service_endpoint";
    private static final String MODE = "ec2_metadata_service_endpoint_mode";
    private static final int MAX_HOST = 255;

    private ImdsEndpoint() {
    }

    /**
     * The URL that paths are appended to.
     *
     * @return ends in a slash
     * @throws InvalidConfigException when endpoint or mode are configured and cannot be used
     */
    static String of(Configuration configuration) {
        boolean isIpv6 = isIpv6(configuration);
        String custom = configuration.text(ENDPOINT);
        if (custom == null || custom.isEmpty()) {
            return isIpv6 ? IPV6 : IPV4;
        }
        if (isIpv6) {
            LOG.warn("{} is set, so that the IPv6 endpoint of the instance metadata service is not used", ENDPOINT);
        }
        check(custom);
        return custom.endsWith("/") ? custom : custom + '/';
    }

    private static boolean isIpv6(Configuration configuration) {
        String mode = configuration.text(MODE);
        if (mode == null) {
            return Boolean.TRUE.equals(configuration.flag("imds_use_ipv6"));
        }
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "ipv4" -> false;
            case "ipv6" -> true;
            default -> throw new InvalidConfigException("Invalid EC2 Instance Metadata endpoint mode: " + mode + " ("
                    + MODE + "); it is ipv4 or ipv6");
        };
    }

    private static void check(String url) {
        try {
            URI uri = new URI(url);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getHost().length() <= MAX_HOST && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // said below, without the text: it may hold a password
        }
        throw new InvalidConfigException("Invalid endpoint of the EC2 Instance Metadata service (" + ENDPOINT
                + "): it is a URL such as " + IPV4 + ", with host and without user, query and fragment");
    }
}
