/**
 * The chain of credential providers, and the providers that need nothing but environment and profile files.
 *
 * <p>Every provider is a service, so the chain of a session is made of what is installed: Tucuxi's own in the order of
 * the reference, others where they ask to stand. What the reference has and is not installed is not passed over in
 * silence: the report says so, and it is an error when the configuration asks for just that one.
 *
 * <p>No lock is held while a provider is asked. Threads that ask at the same time wait for the one that came first; a
 * provider that asks the session's chain from within is told that there is nothing yet. Nothing here prints a secret.
 *
 * <p>The package is {@code internal} because the bundle of the interface exports {@code org.tucuxi.credentials}.
 */
package org.tucuxi.credentials.internal;
