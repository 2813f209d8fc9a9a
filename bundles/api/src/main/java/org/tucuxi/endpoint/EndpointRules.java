package org.tucuxi.endpoint;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The service that compiles endpoint rule sets. */
@ProviderType
public interface EndpointRules {

    /**
     * Compiles a rule set.
     *
     * @param ruleSet the document as parsed JSON
     * @param name for messages: the service's name
     * @return the compiled rules
     * @throws org.tucuxi.model.ModelException when the document is broken; the message says where
     */
    RuleSet compile(Map<String, Object> ruleSet, String name);
}
