package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.TucuxiException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.MetadataRetrievalException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpTransport;
import org.tucuxi.http.ReadTimeoutException;

/**
 * The metadata service of an EC2 instance, version 2 and, where that is not there, version 1 (botocore's utils). Made
 * for one question or a few that belong together: they share a token.
 */
final class Imds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Imds.class);
    private static final String ATTEMPTS = "metadata_service_num_attempts";
    private static final String TIMEOUT = "metadata_service_timeout";
    private static final String SIX_HOURS = "21600";
    private static final int MAX_TOKEN = 8 * 1024;

    private final String base;
    private final int attempts;
    private final boolean isVersion1Disabled;
    private final String userAgent;
    private final Conversation conversation;
    private boolean isTokenAskedFor;
    private String token;

    private Imds(String base, Configuration configuration, Conversation conversation) {
        this.base = base;
        this.attempts = configuration.number(ATTEMPTS);
        this.isVersion1Disabled = Boolean.TRUE.equals(configuration.flag("ec2_metadata_v1_disabled"));
        this.userAgent = SessionAgent.of(configuration);
        this.conversation = conversation;
    }

    /** Makes something of an answer, and refuses one that cannot be used: then it is asked again. */
    interface Reading<T> {
        T read(Answer answer) throws IOException;
    }

    /**
     * Gets ready to ask.
     *
     * @param transport asks; null when there is none
     * @throws NoAnswer when nobody is to be asked, or nobody can
     * @throws InvalidConfigException when a setting cannot be used
     */
    static Imds open(Configuration configuration, HttpTransport transport) throws NoAnswer {
        if ("true".equalsIgnoreCase(configuration.environment().get("AWS_EC2_METADATA_DISABLED"))) {
            throw new NoAnswer("AWS_EC2_METADATA_DISABLED is true");
        }
        if (transport == null) {
            throw new NoAnswer(Conversation.NO_TRANSPORT);
        }
        String base = ImdsEndpoint.of(configuration);
        int seconds = configuration.number(TIMEOUT);
        if (seconds < 1) {
            throw new InvalidConfigException(TIMEOUT + " is " + seconds + "; it is a number of seconds, at least 1");
        }
        return new Imds(base, configuration,
                Conversation.proxied(transport, Duration.ofSeconds(seconds), configuration.environment()));
    }

    /** The URL that paths are appended to. */
    String base() {
        return base;
    }

    /**
     * Asks for something, as often as it is configured.
     *
     * @param path without the leading slash
     * @param reading makes something of the answer
     * @throws NoAnswer when all attempts failed
     * @throws MetadataRetrievalException when there is no token and version 1 is switched off
     */
    <T> T get(String path, Reading<T> reading) throws NoAnswer {
        HttpHeaders headers = new HttpHeaders();
        if (token() != null) {
            headers.put("x-aws-ec2-metadata-token", token());
        }
        headers.put("User-Agent", userAgent);
        String problem = ATTEMPTS + " is " + attempts;
        for (int attempt = 0; attempt < attempts; attempt++) {
            try {
                Answer answer = conversation.send("GET", base + path, headers.copy());
                return reading.read(usable(answer));
            } catch (IOException | TucuxiException e) {
                problem = e.getMessage();
                LOG.debug("Asking {} failed: {}", base + path, problem);
            }
        }
        throw new NoAnswer("no answer of " + base + path + ": " + problem);
    }

    private static Answer usable(Answer answer) throws IOException {
        if (!answer.isOk()) {
            throw new IOException("it answered with status " + answer.status());
        }
        if (answer.body().length == 0) {
            throw new IOException("it answered with nothing");
        }
        return answer;
    }

    /** The token of version 2; null to go on with version 1. */
    private String token() throws NoAnswer {
        if (!isTokenAskedFor) {
            token = askForToken();
            isTokenAskedFor = true;
        }
        if (token == null && isVersion1Disabled) {
            throw new MetadataRetrievalException("Error retrieving metadata: Unable to retrieve token for use in IMDSv2"
                    + " call and IMDSv1 has been disabled (" + base + ", ec2_metadata_v1_disabled)");
        }
        return token;
    }

    private String askForToken() throws NoAnswer {
        String url = base + "latest/api/token";
        HttpHeaders headers = new HttpHeaders();
        headers.put("x-aws-ec2-metadata-token-ttl-seconds", SIX_HOURS);
        headers.put("User-Agent", userAgent);
        headers.put("Content-Length", "0");
        for (int attempt = 0; attempt < attempts; attempt++) {
            try {
                Answer answer = conversation.send("PUT", url, headers.copy());
                switch (answer.status()) {
                    case 200 -> {
                        if (isToken(answer.text())) {
                            return answer.text();
                        }
                    }
                    case 400 -> throw new NoAnswer(url + " answered with status 400 to the question for a token");
                    // Nobody there knows of tokens: version 1.
                    case 403, 404, 405 -> {
                        return null;
                    }
                    default -> LOG.debug("Asking {} for a token failed with status {}", url, answer.status());
                }
            } catch (ReadTimeoutException e) {
                // Tokens do not pass more routers than they may; version 1 does.
                return null;
            } catch (TucuxiException e) {
                LOG.debug("Asking {} for a token failed: {}", url, e.getMessage());
            }
        }
        return null;
    }

    /** The token becomes a header. */
    private static boolean isToken(String text) {
        return !text.isEmpty() && text.length() <= MAX_TOKEN && AuthorizationToken.isHeaderValue(text);
    }

    @Override
    public void close() {
        conversation.close();
    }
}
