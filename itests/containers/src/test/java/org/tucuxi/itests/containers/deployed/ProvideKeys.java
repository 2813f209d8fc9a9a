package org.tucuxi.itests.containers.deployed;

import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.Credentials;

/** A credential provider of the user's own: it knows the keys of S3Proxy. */
public final class ProvideKeys implements CredentialProvider {

    @Override
    public String name() {
        return "test-keys";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        return CredentialAnswer.found(Credentials.of(System.getProperty("tucuxi.itest.access.key"),
                System.getProperty("tucuxi.itest.secret.key"), null));
    }
}
