package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.TucuxiException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpTransport;

/** Credentials of the role that a container has, in ECS, EKS and what behaves like them. */
@Component(service = CredentialProvider.class)
public final class ContainerRole implements CredentialProvider {

    static final String NAME = "container-role";

    private static final Logger LOG = LoggerFactory.getLogger(ContainerRole.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile HttpTransport transport;

    private final CredentialRefresh refresh;
    private final String base;
    private final Pause pause;

    /** Waits; a test does not. */
    interface Pause {
        void take(Duration duration) throws InterruptedException;
    }

    /**
     * For the component runtime.
     *
     * @param refresh keeps the credentials fresh
     */
    @Activate
    public ContainerRole(@Reference CredentialRefresh refresh) {
        this(refresh, ContainerEndpoint.ECS, duration -> Thread.sleep(duration.toMillis()));
    }

    ContainerRole(CredentialRefresh refresh, String base, Pause pause) {
        this.refresh = refresh;
        this.base = base;
        this.pause = pause;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String canonicalName() {
        return "EcsContainer";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        Map<String, String> environment = configuration.environment();
        Optional<ContainerEndpoint> endpoint = ContainerEndpoint.of(environment, base);
        if (endpoint.isEmpty()) {
            return CredentialAnswer.none("neither " + ContainerEndpoint.RELATIVE + " nor " + ContainerEndpoint.FULL
                    + " is set");
        }
        ContainerEndpoint found = endpoint.get();
        return CredentialAnswer.found(refresh.refreshable(NAME, retrieve(found, environment),
                () -> retrieve(found, environment)));
    }

    private TemporaryCredentials retrieve(ContainerEndpoint endpoint, Map<String, String> environment) {
        String token = AuthorizationToken.of(environment);
        HttpTransport now = transport;
        if (now == null) {
            throw failure(Conversation.NO_TRANSPORT);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.put("Accept", "application/json");
        if (token != null) {
            headers.put("Authorization", token);
        }
        Map<String, Object> answer;
        try (Conversation conversation = Conversation.direct(now, TIMEOUT)) {
            answer = ask(conversation, endpoint, headers, token);
        }
        try {
            return KeysInJson.read(answer, KeysInJson.text(answer, "AccountId"));
        } catch (NoAnswer e) {
            throw failure(endpoint.shown() + ": " + e.getMessage());
        }
    }

    private Map<String, Object> ask(Conversation conversation, ContainerEndpoint endpoint, HttpHeaders headers,
            String token) {
        String problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1) {
                pause(problem);
            }
            try {
                Answer answer = conversation.send("GET", endpoint.url(), headers.copy());
                if (answer.isOk()) {
                    return answer.json();
                }
                problem = "it answered with status " + answer.status() + reason(answer, token);
            } catch (IOException | TucuxiException e) {
                problem = e.getMessage();
            }
            LOG.debug("Asking {} failed: {}", endpoint.shown(), problem);
        }
        throw failure("no answer of " + endpoint.shown() + " in " + ATTEMPTS + " attempts: " + problem);
    }

    /** These endpoints say in a few words what is wrong; but nobody's echo of a secret gets into a log. */
    private static String reason(Answer answer, String token) {
        String text = answer.text();
        boolean isSecret = text.contains("SecretAccessKey") || (token != null && text.contains(token));
        return text.isBlank() || isSecret ? "" : ": " + Answer.shown(text);
    }

    private void pause(String problem) {
        try {
            pause.take(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted before the next attempt; the last one: " + problem);
        }
    }

    private static CredentialRetrievalException failure(String problem) {
        return new CredentialRetrievalException("Error when retrieving credentials from " + NAME + ": " + problem);
    }
}
