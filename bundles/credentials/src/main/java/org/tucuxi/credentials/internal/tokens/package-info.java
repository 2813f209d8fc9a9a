/**
 * Bearer tokens: the chain of token providers, the provider of environment variables, and the service that refreshes
 * tokens for providers of other bundles.
 *
 * <p>A session's chain is made of the provider services that are there, as the chain of credentials is: {@code env} and
 * {@code sso} first, as in the reference, the others by their ranking. A token that is meant for a service wins over the
 * session's own, which is looked for until it is found and then kept. The chain holds no lock while it asks a provider.
 *
 * <p>Nothing here prints, logs or reports a token.
 */
package org.tucuxi.credentials.internal.tokens;
