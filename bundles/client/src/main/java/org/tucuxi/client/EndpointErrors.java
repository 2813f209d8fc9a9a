package org.tucuxi.client;

import java.util.Map;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;

/** Resolves an endpoint, and tells what the rules refuse by what the user would have to change. */
final class EndpointErrors {

    private EndpointErrors() {
    }

    static Endpoint resolve(RuleSet rules, Map<String, Object> parameters, String sid) {
        try {
            return rules.resolve(parameters);
        } catch (EndpointResolutionException e) {
            String message = String.valueOf(e.getMessage());
            if (message.toLowerCase(java.util.Locale.ROOT).contains("invalid arn:") && sid.equals("s3")) {
                throw new ParamValidationException(message);
            }
            if (sid.equals("s3") && (message.contains("Invalid configuration:")
                    || message.contains("Client was configured for partition"))) {
                throw new InvalidConfigException(message, e);
            }
            throw e;
        }
    }
}
