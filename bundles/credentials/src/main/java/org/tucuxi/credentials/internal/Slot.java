package org.tucuxi.credentials.internal;

import org.tucuxi.credentials.CredentialProvider;

/**
 * A place in a chain.
 *
 * @param name the provider's name
 * @param provider the provider, or null when it is one of the reference's and is not installed
 * @param switchedOff why it is not asked although it is there, or null
 */
record Slot(String name, CredentialProvider provider, String switchedOff) {

    boolean isAsked() {
        return provider != null && switchedOff == null;
    }

    Slot switchedOff(String reason) {
        return new Slot(name, provider, reason);
    }
}
