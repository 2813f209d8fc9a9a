package org.tucuxi.models;

import java.util.Map;
import java.util.function.Supplier;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ServiceModel;

/** A model and the gate of the bundle that it comes from. */
final class LoadedModel implements LoadedService {

    private final ServiceModel model;
    private final Supplier<Map<String, Object>> ruleSource;
    private final String source;
    private final Gate gate;
    private volatile Map<String, Object> rules;

    /**
     * Makes a loaded service.
     *
     * @param model the model
     * @param ruleSource reads the endpoint rules; null when the service has none
     * @param source where it comes from
     * @param gate what calls go through; null when they are free
     */
    LoadedModel(ServiceModel model, Supplier<Map<String, Object>> ruleSource, String source, Gate gate) {
        this.model = model;
        this.ruleSource = ruleSource;
        this.source = source;
        this.gate = gate;
    }

    @Override
    public ServiceModel model() {
        return model;
    }

    @Override
    public Map<String, Object> endpointRuleSet() {
        Map<String, Object> known = rules;
        if (known == null && ruleSource != null) {
            known = ruleSource.get();
            rules = known;
        }
        return known;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean enter() {
        return gate == null || gate.enter();
    }

    @Override
    public void leave() {
        if (gate != null) {
            gate.leave();
        }
    }

    @Override
    public String toString() {
        return model + " from " + source;
    }
}
