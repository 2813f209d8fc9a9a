package org.tucuxi.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;

/** Resolves an endpoint, and tells what the rules refuse by what the user would have to change: parameters or configuration. */
final class EndpointErrors {

    /** How the rules of S3 begin what configuration forbids: the reference's configuration errors of S3. */
    private static final List<String> S3_CONFIGURATION = List.of("S3 Object Lambda does not support",
            "S3 Outposts does not support",
            "S3 MRAP does not support", "Access Points do not support", "Accelerate cannot be used with FIPS",
            "Invalid configuration:", "Client was configured for partition");
    private static final List<String> S3_CONTROL_CONFIGURATION =
            List.of("Invalid configuration:", "Client was configured for partition");
    private static final List<String> EVENTS_CONFIGURATION = List.of(
            "Invalid Configuration: FIPS is not supported with EventBridge multi-region endpoints.",
            "EndpointId must be a valid host label.");

    private EndpointErrors() {
    }

    static Endpoint resolve(RuleSet rules, Map<String, Object> parameters, String sid) {
        try {
            return rules.resolve(parameters);
        } catch (EndpointResolutionException e) {
            throw translated(e, String.valueOf(e.getMessage()), sid);
        }
    }

    private static RuntimeException translated(EndpointResolutionException e, String message, String sid) {
        if (isAboutParameters(message, sid)) {
            return new ParamValidationException(message);
        }
        List<String> configuration = switch (sid) {
            case "s3" -> S3_CONFIGURATION;
            case "s3-control" -> S3_CONTROL_CONFIGURATION;
            case "eventbridge" -> EVENTS_CONFIGURATION;
            default -> List.of();
        };
        return configuration.stream().anyMatch(message::startsWith) ? new InvalidConfigException(message, e) : e;
    }

    private static boolean isAboutParameters(String message, String sid) {
        return switch (sid) {
            case "s3" -> message.toLowerCase(Locale.ROOT).startsWith("invalid arn:");
            case "s3-control" -> message.startsWith("Invalid ARN:") || message.equals("AccountId is required but not set");
            default -> false;
        };
    }
}
