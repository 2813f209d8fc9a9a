package org.tucuxi.endpoints;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;

/** A rule set as a tree of rules; parameters and variables are in slots. */
final class CompiledRuleSet implements RuleSet {

    private final Map<String, Parameter> parameters;
    private final ParameterReader[] readers;
    private final List<Rule> rules;
    private final int frameSize;
    private final KeptResolutions kept = new KeptResolutions();

    CompiledRuleSet(Map<String, Parameter> parameters, List<ParameterReader> readers, List<Rule> rules, int frameSize) {
        this.parameters = Collections.unmodifiableMap(parameters);
        this.readers = readers.toArray(ParameterReader[]::new);
        this.rules = rules;
        this.frameSize = frameSize;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public Endpoint resolve(Map<String, Object> given) {
        Object[] values = new Object[readers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers[i].read(given);
        }
        int hash = Arrays.hashCode(values);
        Endpoint known = kept.find(values, hash);
        if (known != null) {
            return known;
        }
        Endpoint endpoint = Rule.Tree.first(rules, Arrays.copyOf(values, frameSize));
        if (endpoint == null) {
            throw new EndpointResolutionException(noEndpoint(given));
        }
        kept.keep(values, hash, endpoint);
        return endpoint;
    }

    private String noEndpoint(Map<String, Object> given) {
        StringBuilder message = new StringBuilder("No endpoint found for parameters:");
        for (String name : parameters.keySet()) {
            if (given.get(name) != null) {
                message.append('\n').append(name).append(": ").append(given.get(name));
            }
        }
        return message.toString();
    }
}
