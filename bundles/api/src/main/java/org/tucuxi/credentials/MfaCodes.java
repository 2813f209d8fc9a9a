package org.tucuxi.credentials;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that asks somebody for the code of an MFA device, for profiles with {@code mfa_serial}. */
@ConsumerType
public interface MfaCodes {

    /**
     * Asks for a code.
     *
     * @param serial the device's serial number or ARN
     * @return the code
     * @throws CredentialRetrievalException when nobody gives one
     */
    String code(String serial);
}
