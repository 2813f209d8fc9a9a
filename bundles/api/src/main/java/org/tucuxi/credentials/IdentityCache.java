package org.tucuxi.credentials;

/**
 * Credentials that depend on what a request is about, such as S3 Express's of a bucket. A handler puts one into the call's
 * context, {@code signing.identity_cache}, with the key in {@code signing.cache_key}; the signer asks it instead of the client's
 * credentials.
 */
@FunctionalInterface
public interface IdentityCache {

    /**
     * The credentials for a key.
     *
     * @param key what the request is about, for example a bucket's name
     * @return the credentials; loaded when they are not known or no longer good
     */
    Credentials credentials(String key);
}
