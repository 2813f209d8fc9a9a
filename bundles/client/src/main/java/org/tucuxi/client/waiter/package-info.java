/**
 * Waiters, as the reference's {@code waiters-2} models say.
 *
 * <p>{@link org.tucuxi.client.waiter.Waiters} is what is compiled of a service's model: once for a service, a waiter when it first waits.
 * Calls and pauses come from outside, so that a test needs neither a server nor time.
 *
 * <p>Where it parts from the reference on purpose: when there were too many calls, the message explains the acceptor that matched
 * last, not the one that was tried last; a pause that is interrupted ends the wait.
 */
package org.tucuxi.client.waiter;
