package org.tucuxi.services.shared;

import java.util.Map;
import org.tucuxi.AliasConflictException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.model.StructureShape;

/**
 * Another name for a member of an operation's input.
 *
 * @param original the name in the model
 * @param alias the name that is taken for it
 */
public record ParameterAlias(String original, String alias) {

    /**
     * Renames the parameter where the operation has the original member.
     *
     * @param event the event; its parameters are changed in place
     * @throws AliasConflictException when both names were given
     */
    public void apply(BeforeParameterBuild event) {
        Map<String, Object> params = event.params();
        StructureShape input = event.model().input();
        if (input == null || !params.containsKey(alias) || !input.members().containsKey(original)) {
            return;
        }
        if (params.containsKey(original)) {
            throw new AliasConflictException("Parameter '" + original + "' and its alias '" + alias
                    + "' were provided for operation " + event.model().name() + ".  Only one of them may be used.");
        }
        params.put(original, params.remove(alias));
    }
}
