package org.tucuxi.endpoint;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A compiled endpoint rule set. Safe for use by many threads. */
@ProviderType
public interface RuleSet {

    /**
     * The parameters that the rules take.
     *
     * @return by name, in the order of the rule set
     */
    Map<String, Parameter> parameters();

    /**
     * Evaluates the rules. The last resolutions are kept.
     *
     * @param parameters values by name: String, Boolean or List of String; null and absent mean the default
     * @return the endpoint
     * @throws EndpointResolutionException when a required parameter is missing, a value has the wrong type, the rules refuse,
     *         or no rule matches; a refusal's message is that of the rules
     */
    Endpoint resolve(Map<String, Object> parameters);

    /**
     * A parameter of a rule set.
     *
     * @param name its name
     * @param type {@code string}, {@code boolean} or {@code stringArray}
     * @param builtIn the built-in that gives its value, for example {@code AWS::Region}, or null
     * @param defaultValue its default, or null
     * @param required whether a value must be there
     */
    record Parameter(String name, String type, String builtIn, Object defaultValue, boolean required) {
    }
}
