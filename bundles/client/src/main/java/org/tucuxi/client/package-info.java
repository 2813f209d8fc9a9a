/**
 * Sessions, clients, and the pipeline that every call travels.
 *
 * <p>Why this bundle exists: it is the one place that knows the order of the steps of a call. Each step itself (models, rules,
 * protocols, signing, transport, retries, credentials, configuration) is another bundle, reached through its service.
 *
 * <p>What it promises:
 * <ul>
 * <li>Every event of the reference's catalogue, in its place, with its arguments, its answer and its errors.
 * <li>{@link org.tucuxi.client.Platform} collects the parts. While one is missing, no session is registered as a service, and a call
 * on a client that lives fails at once with the name of the part; when the part is back, the client works again.
 * <li>A call takes one view of the platform when it starts and keeps it to its end. It takes no lock.
 * <li>What depends on a service only (compiled rules, codecs, validators, event names) is shared by all clients of the service;
 * what depends on a client is made when the client is made; what depends on an operation when the operation is first called.
 * <li>Closing a client, a session or the bundle lets no call begin, gives all calls in flight ten seconds together, and then cuts
 * them with a {@link org.tucuxi.ClosedException} that says so. A session whose record changes is only retired: its calls and
 * the bodies that are being read have all their time.
 * <li>An interrupt ends a call wherever it is; cancelling what {@code callAsync} gave, or what depends on it, interrupts the call.
 * </ul>
 *
 * <p>The road of a call through this package: {@code LiveClient} → {@code Call} (parameters, endpoint, serialisation, errors) →
 * {@code SendLoop} (attempts).
 *
 * <p>What the reference does not have: a call can be given a time in which it must end, with all its attempts and pauses
 * ({@code Deadline}: option {@code call_timeout}, {@link org.tucuxi.CallOptions}); and a client whose signatures are refused
 * because this computer's clock is wrong learns the service's time from the response, tries once more and signs later calls
 * by it ({@code ClockSkew}).
 *
 * <p>The context of a call has three keys more than the reference's, because there a call finds by other ways what they
 * hold: {@code feature_ids}, a set of the ids that the user agent names (whoever uses a feature adds its id; the header
 * is rebuilt before each attempt is sent), {@code client_config_given}, the names of the options that code gave, by
 * which handlers tell them from those of profile and environment, and {@code bearer_token_in_environment}, true when the
 * session's environment has a token for the service, and else not there.
 */
package org.tucuxi.client;
