package org.tucuxi.login;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.tucuxi.config.Configuration;

/** Calls {@code signin:CreateOAuth2Token} without signing: the request holds its own proof. */
@FunctionalInterface
interface CreatesTokens {

    /**
     * Makes one call.
     *
     * @param configuration of the session that needs credentials
     * @param tokenInput what is asked for: secrets
     * @param proof gives the header {@code DPoP} for the URL of the request
     * @return the result
     * @throws org.tucuxi.ClientException when the service answers with an error
     * @throws org.tucuxi.UnsatisfiedException when a bundle is missing; the message names it
     * @throws org.tucuxi.TucuxiException when anything else goes wrong
     */
    Map<String, Object> call(Configuration configuration, Map<String, String> tokenInput, UnaryOperator<String> proof);
}
