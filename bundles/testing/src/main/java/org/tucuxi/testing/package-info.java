/**
 * The stubber: clients that answer what a test says, without a network and without credentials.
 *
 * <p>In a test on a plain class path or wherever there is a client, a {@link org.tucuxi.testing.Stubber} is put on it:
 *
 * <pre>{@code
 * try (Stubber stubber = new Stubber(s3).activate()) {
 *     stubber.addResponse("ListBuckets", Map.of("Buckets", List.of(Map.of("Name", "photos"))));
 *     stubber.addClientError("GetObject", "NoSuchKey");
 *     …
 *     stubber.assertNoPendingResponses();
 * }
 * }</pre>
 *
 * <p>In a container the clients are often out of the test's reach, inside the bundles that it tests. There the service
 * {@link org.tucuxi.testing.Stubs} stubs a service for all clients of a session, also those that live already. And a
 * record of Config Admin with the factory PID {@code org.tucuxi.testing.stub} answers one operation by JSON, for a
 * container that is tried out by hand.
 *
 * <p>Promises: what is queued is answered in its order, each once, and nothing is sent; made-up answers fit the model, or
 * they are refused when they are added; a call that was not expected, or comes with other parameters, fails and says
 * how. Handlers run as in a real call, except that there are no attempts to retry. Stubs of a bundle that stops go with it.
 */
@org.osgi.annotation.bundle.Export(
        // Imported, too: a test that has these classes on its own class path may hand them to the framework.
        substitution = org.osgi.annotation.bundle.Export.Substitution.PROVIDER)
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.testing;
