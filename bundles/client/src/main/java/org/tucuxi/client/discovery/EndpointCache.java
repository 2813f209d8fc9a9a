package org.tucuxi.client.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.endpoint.EndpointDiscoveryRefreshFailedException;
import org.tucuxi.http.ConnectionException;
import org.tucuxi.http.HttpClientException;

/**
 * The endpoints that a client knows, and when to ask for others: botocore's endpoint discovery manager.
 *
 * <p>Who asks does it outside of the lock, so that a slow service holds up only those who need its answer.
 */
final class EndpointCache {

    /** How many questions are remembered; each set of identifiers is one. */
    static final int LIMIT = 1000;
    /** How long a service is left in peace that could not be reached. */
    static final Duration BACK_OFF = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(EndpointCache.class);
    private static final int ENDPOINTS = 100;

    private final Function<Map<String, Object>, Map<String, Object>> discovery;
    private final Clock clock;
    /** Both guarded by this object. */
    private final Map<Object, List<Known>> known = bounded();
    private final Map<Object, Instant> failed = bounded();

    /**
     * Makes an empty cache.
     *
     * @param discovery asks the service
     * @param clock tells the time
     */
    EndpointCache(Function<Map<String, Object>, Map<String, Object>> discovery, Clock clock) {
        this.discovery = discovery;
        this.clock = clock;
    }

    private record Known(String address, Instant expiry) {
    }

    private static <V> Map<Object, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, V> eldest) {
                return size() > LIMIT;
            }
        };
    }

    /**
     * The endpoint for a question.
     *
     * @param question what the service is asked with
     * @param isRequired whether there is no other endpoint to fall back to
     * @return the address, or null for the default endpoint
     * @throws EndpointDiscoveryRefreshFailedException when one is required and none is to be had
     */
    String endpoint(Map<String, Object> question, boolean isRequired) {
        String current = current(question);
        if (current != null) {
            return current;
        }
        boolean hasFailed = hasFailedRecently(question);
        String fresh = hasFailed ? null : refresh(question);
        if (fresh != null) {
            return fresh;
        }
        String stale = stale(question);
        if (stale != null || !isRequired) {
            return stale;
        }
        fresh = hasFailed ? refresh(question) : null;
        if (fresh == null) {
            throw new EndpointDiscoveryRefreshFailedException(
                    "Endpoint Discovery failed to refresh the required endpoints.");
        }
        return fresh;
    }

    private synchronized String current(Object question) {
        Instant now = clock.instant();
        for (Known one : known.getOrDefault(question, List.of())) {
            if (now.isBefore(one.expiry())) {
                return one.address();
            }
        }
        return null;
    }

    private synchronized String stale(Object question) {
        List<Known> all = known.getOrDefault(question, List.of());
        return all.isEmpty() ? null : all.get(0).address();
    }

    private synchronized boolean hasFailedRecently(Object question) {
        Instant until = failed.get(question);
        if (until != null && !clock.instant().isBefore(until)) {
            failed.remove(question);
            return false;
        }
        return until != null;
    }

    private String refresh(Map<String, Object> question) {
        try {
            List<Known> endpoints = read(discovery.apply(question));
            synchronized (this) {
                known.put(question, endpoints);
                failed.remove(question);
            }
            return endpoints.isEmpty() ? null : endpoints.get(0).address();
        } catch (ConnectionException | HttpClientException e) {
            LOG.debug("No endpoints can be got; the next try is in {}: {}", BACK_OFF, e.getMessage());
            synchronized (this) {
                failed.put(question, clock.instant().plus(BACK_OFF));
            }
            return null;
        }
    }

    private List<Known> read(Map<String, Object> answer) {
        List<Known> result = new ArrayList<>(2);
        if (answer.get("Endpoints") instanceof List<?> endpoints) {
            for (Object one : endpoints) {
                if (one instanceof Map<?, ?> endpoint && endpoint.get("Address") instanceof String address
                        && result.size() < ENDPOINTS) {
                    long minutes = endpoint.get("CachePeriodInMinutes") instanceof Number number ? number.longValue() : 0;
                    Duration period = Duration.ofMinutes(Math.max(0, Math.min(minutes, Integer.MAX_VALUE)));
                    result.add(new Known(address, clock.instant().plus(period)));
                }
            }
        }
        return List.copyOf(result);
    }

    /** Forgets what turned out to be wrong. */
    synchronized void forget(Map<String, Object> question) {
        known.remove(question);
    }
}
