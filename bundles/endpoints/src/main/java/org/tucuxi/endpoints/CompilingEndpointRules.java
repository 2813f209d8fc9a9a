package org.tucuxi.endpoints;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.endpoint.EndpointRules;
import org.tucuxi.endpoint.RuleSet;

/** The service that compiles endpoint rule sets, with the partitions of this bundle. */
@Component
public final class CompilingEndpointRules implements EndpointRules {

    private final Functions functions = new Functions(Partitions.bundled());

    @Override
    public RuleSet compile(Map<String, Object> ruleSet, String name) {
        return new RuleSetCompiler(functions, name).compile(ruleSet);
    }
}
