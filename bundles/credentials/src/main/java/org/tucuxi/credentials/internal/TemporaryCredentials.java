package org.tucuxi.credentials.internal;

import java.time.Instant;
import org.tucuxi.credentials.FrozenCredentials;

/**
 * Credentials that end.
 *
 * @param keys the keys
 * @param expiry when they end; null when they do not, or when a refresh did not say
 */
record TemporaryCredentials(FrozenCredentials keys, Instant expiry) {
}
