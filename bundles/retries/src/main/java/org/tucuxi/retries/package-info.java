/**
 * Decides whether an attempt is followed by another.
 *
 * <p>Each retry mode is a {@link org.tucuxi.retry.RetryMode} service that registers its handlers on a new client's
 * emitter: {@code legacy} goes by tables of statuses and error codes, {@code standard} adds what errors are modelled as
 * and a quota for each client, {@code adaptive} adds a limit for the rate of sending. A mode that is missing or faulty
 * can be replaced by another bundle's.
 *
 * <p>The environment variable {@code AWS_NEW_RETRIES_2026} changes the costs, pauses and numbers of attempts of standard
 * mode, as in the reference. A call's own limit ({@link org.tucuxi.CallOptions#maxAttempts()}) goes before the client's. The
 * table of a service in legacy mode is that service's alone: the reference lets one client's table leak into others.
 *
 * <p>Promises: state belongs to one client and goes with it; deciding about a success takes no lock but in adaptive
 * mode; nothing is slept away here except where a rate limit or the rules for long polling ask for it.
 */
package org.tucuxi.retries;
