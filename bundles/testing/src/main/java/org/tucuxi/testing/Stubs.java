package org.tucuxi.testing;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that stubs whole sessions of a container, for tests that do not hold the clients: inject it into a test of Pax
 * Exam or OSGi-Test, and stub what the bundles under test call.
 *
 * <pre>{@code
 * try (Stubber s3 = stubs.open("reports", "s3")) {
 *     s3.addResponse("ListBuckets", Map.of("Buckets", List.of()));
 *     reports.run();
 *     s3.assertNoPendingResponses();
 * }
 * }</pre>
 */
@ProviderType
public interface Stubs {

    /**
     * Makes a stubber for all clients of one service in one session: those that live and those that are made later. It is
     * active at once. Its handlers are components of {@code org.tucuxi.testing} with the session as their
     * {@code session.target}, which the shell lists with all others.
     *
     * @param session the session's name
     * @param service the service's name, for example {@code s3}
     * @return the stubber; closing it, or stopping the bundle, lets calls go their way again
     * @throws IllegalArgumentException when no session has that name
     * @throws org.tucuxi.model.UnknownServiceException when the session knows no such service
     */
    Stubber open(String session, String service);
}
