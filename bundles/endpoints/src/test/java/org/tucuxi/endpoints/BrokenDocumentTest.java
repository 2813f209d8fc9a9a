package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.endpoints.Rules.assign;
import static org.tucuxi.endpoints.Rules.document;
import static org.tucuxi.endpoints.Rules.endpoint;
import static org.tucuxi.endpoints.Rules.fn;
import static org.tucuxi.endpoints.Rules.ref;
import static org.tucuxi.endpoints.Rules.strings;
import static org.tucuxi.endpoints.Rules.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.model.ModelException;

/** A broken document is refused when it is compiled; the message names the place and the mistake. */
class BrokenDocumentTest {

    private static final List<Object> ALWAYS = List.of();

    private static void refused(Map<String, Object> document, String place, String problem) {
        assertThatThrownBy(() -> Rules.compileDocument(document))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("Endpoint rules of tests, " + place + ": ")
                .hasMessageContaining(problem);
    }

    private static void refusedRule(Map<String, Object> rule, String place, String problem) {
        refused(document(strings("A"), rule), place, problem);
    }

    private static void refusedCondition(Map<String, Object> condition, String place, String problem) {
        refusedRule(endpoint(List.of(condition), "https://x"), "$.rules[0].conditions[0]" + place, problem);
    }

    @Test
    void aDocumentHasAVersionParametersAndRules() {
        refused(Map.of("version", "2.0"), "$.version", "wants a version 1");
        refused(Map.of("version", "1.0"), "$.parameters", "wants an object, not nothing");
        refused(Map.of("version", "1.0", "parameters", Map.of()), "$.rules", "wants a list, not nothing");
    }

    @Test
    void aFunctionIsKnown() {
        refusedCondition(fn("aws.guess", ref("A")), ".fn", "there is no function aws.guess");
    }

    @Test
    void aFunctionHasItsNumberOfArguments() {
        refusedCondition(fn("isSet"), ".argv", "isSet takes 1 arguments, not 0");
        refusedCondition(fn("getAttr", ref("A")), ".argv", "getAttr takes 2 arguments, not 1");
    }

    @Test
    void aConditionIsACall() {
        refusedCondition(Map.of("ref", "A"), ".fn", "wants a string, not nothing");
    }

    @Test
    void aReferenceNamesAVariableThatIsSeen() {
        refusedCondition(fn("isSet", ref("B")), ".argv[0].ref", "there is no variable B here");
        refusedRule(endpoint(ALWAYS, "https://{B}"), "$.rules[0].endpoint.url", "there is no variable B here");
    }

    @Test
    void aVariableEndsWithItsRule() {
        refused(document(strings("A"),
                endpoint(List.of(assign("v", fn("uriEncode", ref("A")))), "https://{v}"),
                endpoint(ALWAYS, "https://{v}")), "$.rules[1].endpoint.url", "there is no variable v here");
    }

    @Test
    void aVariableIsAssignedOnce() {
        Map<String, Object> call = assign("v", fn("isSet", ref("A")));
        refusedRule(tree(List.of(call), endpoint(List.of(call), "https://x")),
                "$.rules[0].rules[0].conditions[0].assign", "there is a variable v already");
        refusedCondition(assign("A", fn("isSet", ref("A"))), ".assign", "there is a variable A already");
    }

    @Test
    void aRuleIsOfAKnownType() {
        refusedRule(Map.of("type", "maybe", "conditions", ALWAYS), "$.rules[0].type", "not a maybe");
    }

    @Test
    void aParameterIsOfAKnownTypeAndItsDefaultFits() {
        refused(document(Map.of("A", Map.of("type", "number"))), "$.parameters.A.type", "not a number");
        refused(document(Map.of("A", Map.of("type", "boolean", "default", "yes"))), "$.parameters.A.default",
                "the default must be a boolean");
    }

    @Test
    void anAttributePathIsWellFormed() {
        refusedCondition(fn("getAttr", ref("A"), "a..b"), ".argv[1]", "a name between each two dots");
        refusedCondition(fn("getAttr", ref("A"), "a[x]"), ".argv[1]", "an index is written name[0]");
        refusedCondition(fn("getAttr", ref("A"), ref("A")), ".argv[1]", "wants a string");
    }

    @Test
    void aTextWithPlaceholdersHasNoLooseBraces() {
        refusedRule(endpoint(ALWAYS, "https://{A}}"), "$.rules[0].endpoint.url", "a single }");
        refusedRule(endpoint(ALWAYS, "https://{A}{"), "$.rules[0].endpoint.url", "a placeholder that does not end");
    }

    @Test
    void aValueIsOfAKnownKind() {
        refusedCondition(fn("isSet", Map.of("name", "A")), ".argv[0]", "an object with fn or with ref");
        refusedCondition(fn("isSet", 1.5), ".argv[0]", "wants a string, an integer");
        refusedRule(endpoint(ALWAYS, List.of(List.of())), "$.rules[0].endpoint.url[0]", "wants a string");
    }

    @Test
    void aStrangeNameIsToldInOneShortLine() {
        refusedCondition(fn("a\r\nb" + "c".repeat(5000)), ".fn", "there is no function a??bccc");

        assertThatThrownBy(() -> Rules.compileDocument(document(strings("A"),
                endpoint(List.of(fn("c".repeat(5000))), "https://x"))))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1100));
    }

    @Test
    void aDocumentThatContainsItselfIsTooDeep() {
        Map<String, Object> tree = new HashMap<>(Map.of("type", "tree", "conditions", ALWAYS));
        tree.put("rules", List.of(tree));

        assertThatThrownBy(() -> Rules.compileDocument(document(strings(), tree)))
                .isInstanceOf(ModelException.class).hasMessageContaining("nested deeper than");
    }

    @Test
    void aValueThatContainsItselfIsTooDeep() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> answer = Map.of("url", "https://x", "properties", Map.of("p", list));

        assertThatThrownBy(() -> Rules.compileDocument(document(strings(),
                Map.of("type", "endpoint", "conditions", ALWAYS, "endpoint", answer))))
                .isInstanceOf(ModelException.class).hasMessageContaining("nested deeper than");
    }

    @Test
    void aDocumentThatMultipliesItselfIsTooLarge() {
        Object rule = endpoint(ALWAYS, "https://x");
        for (int i = 0; i < 10; i++) {
            rule = tree(ALWAYS, rule, rule, rule, rule, rule, rule, rule, rule, rule, rule);
        }
        Map<String, Object> document = document(strings(), rule);

        assertThatThrownBy(() -> Rules.compileDocument(document))
                .isInstanceOf(ModelException.class).hasMessageContaining("the document has more than");
    }
}
