package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.endpoints.Rules.assign;
import static org.tucuxi.endpoints.Rules.compile;
import static org.tucuxi.endpoints.Rules.endpoint;
import static org.tucuxi.endpoints.Rules.error;
import static org.tucuxi.endpoints.Rules.fn;
import static org.tucuxi.endpoints.Rules.ref;
import static org.tucuxi.endpoints.Rules.strings;
import static org.tucuxi.endpoints.Rules.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.endpoint.RuleSet.Parameter;

/** How rules are evaluated. */
class RuleSetTest {

    private static final List<Object> ALWAYS = List.of();

    @Test
    void theFirstRuleWhoseConditionsHoldAnswers() {
        RuleSet rules = compile(strings("A"),
                endpoint(List.of(fn("isSet", ref("A"))), "https://first"),
                endpoint(ALWAYS, "https://second"));

        assertThat(rules.resolve(Map.of("A", "")).url()).isEqualTo("https://first");
        assertThat(rules.resolve(Map.of()).url()).isEqualTo("https://second");
    }

    @Test
    void aConditionFailsWithFalseOrNothingAndPassesWithAnEmptyText() {
        RuleSet rules = compile(strings("A"),
                endpoint(List.of(fn("uriEncode", ref("A"))), "https://passed"),
                endpoint(ALWAYS, "https://failed"));

        assertThat(rules.resolve(Map.of("A", "")).url()).isEqualTo("https://passed");
        assertThat(rules.resolve(Map.of()).url()).isEqualTo("https://failed");
    }

    @Test
    void behindATreeWithoutAnAnswerTheEvaluationGoesOn() {
        RuleSet rules = compile(strings("A"),
                tree(ALWAYS, endpoint(List.of(fn("isSet", ref("A"))), "https://inner")),
                endpoint(ALWAYS, "https://behind"));

        assertThat(rules.resolve(Map.of("A", "a")).url()).isEqualTo("https://inner");
        assertThat(rules.resolve(Map.of()).url()).isEqualTo("https://behind");
    }

    @Test
    void aTreesVariablesAreSeenByItsRules() {
        RuleSet rules = compile(strings("Arn"),
                tree(List.of(assign("arn", fn("aws.parseArn", ref("Arn")))),
                        endpoint(List.of(assign("kind", fn("getAttr", ref("arn"), "resourceId[0]"))),
                                "https://{kind}.{arn#service}.{arn#region}")));

        assertThat(rules.resolve(Map.of("Arn", "arn:aws:s3:us-west-2:1:thing/x")).url())
                .isEqualTo("https://thing.s3.us-west-2");
    }

    @Test
    void rulesBesideEachOtherMayAssignTheSameVariable() {
        RuleSet rules = compile(strings("A", "B"),
                endpoint(List.of(assign("v", fn("uriEncode", ref("A"))), fn("isSet", ref("B"))), "https://{v}"),
                endpoint(List.of(assign("v", fn("substring", ref("A"), 0, 1, false))), "https://{v}.short"));

        assertThat(rules.resolve(Map.of("A", "abc")).url()).isEqualTo("https://a.short");
    }

    @Test
    void anErrorRuleRefusesWithItsText() {
        RuleSet rules = compile(strings("Region"), error(ALWAYS, "no such region: {Region}"));

        assertThatThrownBy(() -> rules.resolve(Map.of("Region", "mars-1")))
                .isInstanceOf(EndpointResolutionException.class)
                .hasMessage("no such region: mars-1");
    }

    @Test
    void whenNoRuleAppliesTheErrorListsTheParameters() {
        RuleSet rules = compile(strings("A", "B"), tree(List.of(fn("isSet", ref("A"))), new Object[0]));

        assertThatThrownBy(() -> rules.resolve(Map.of("B", "b")))
                .isInstanceOf(EndpointResolutionException.class)
                .hasMessage("No endpoint found for parameters:\nB: b");
    }

    @Test
    void doubledBracesStandForOneWhereThereIsAPlaceholder() {
        RuleSet rules = compile(strings("A"), error(List.of(fn("isSet", ref("A"))), "{{{A}}}"), error(ALWAYS, "{{}}"));

        assertThatThrownBy(() -> rules.resolve(Map.of("A", "a"))).hasMessage("{a}");
        assertThatThrownBy(() -> rules.resolve(Map.of())).hasMessage("{{}}");
    }

    @Test
    void aPlaceholderWithoutAValueIsAnErrorWithItsPlace() {
        RuleSet rules = compile(strings("A"), endpoint(ALWAYS, "https://{A}"));

        assertThatThrownBy(() -> rules.resolve(Map.of()))
                .isInstanceOf(EndpointResolutionException.class)
                .hasMessageContaining("$.rules[0].endpoint.url");
    }

    @Test
    void aFunctionThatRefusesItsArgumentsIsAnErrorWithItsPlace() {
        RuleSet rules = compile(strings("A"), endpoint(List.of(fn("stringEquals", ref("A"), "a")), "https://x"));

        assertThatThrownBy(() -> rules.resolve(Map.of()))
                .isInstanceOf(EndpointResolutionException.class)
                .hasMessageContaining("$.rules[0].conditions[0]: stringEquals wants a string");
    }

    @Test
    void anIndexOutsideTheListIsNothing() {
        RuleSet rules = compile(Map.of("L", Map.of("type", "StringArray")),
                endpoint(List.of(assign("third", fn("getAttr", ref("L"), "[2]"))), "https://{third}"),
                endpoint(ALWAYS, "https://none"));

        assertThat(rules.resolve(Map.of("L", List.of("a", "b", "c"))).url()).isEqualTo("https://c");
        assertThat(rules.resolve(Map.of("L", List.of("a"))).url()).isEqualTo("https://none");
    }

    @Test
    void propertiesAndHeadersAreFilledIn() {
        Map<String, Object> answer = Map.of("url", "https://x",
                "headers", Map.of("x-region", List.of("{Region}", "plain", ref("Region"))),
                "properties", Map.of("authSchemes",
                        List.of(Map.of("name", "sigv4", "signingRegion", "{Region}", "disableDoubleEncoding", true))));
        RuleSet rules = compile(strings("Region"),
                Map.of("type", "endpoint", "conditions", ALWAYS, "endpoint", answer));

        Endpoint endpoint = rules.resolve(Map.of("Region", "r"));

        assertThat(endpoint.headers()).isEqualTo(Map.of("x-region", List.of("r", "plain", "r")));
        assertThat(endpoint.authSchemes())
                .containsExactly(Map.of("name", "sigv4", "signingRegion", "r", "disableDoubleEncoding", true));
        assertThatThrownBy(() -> endpoint.authSchemes().get(0).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parametersAreDescribedInTheirOrder() {
        RuleSet rules = compile(Map.of("UseFIPS",
                Map.of("type", "Boolean", "builtIn", "AWS::UseFIPS", "default", false, "required", true)));

        assertThat(rules.parameters()).containsExactlyEntriesOf(
                Map.of("UseFIPS", new Parameter("UseFIPS", "boolean", "AWS::UseFIPS", false, true)));
    }

    @Test
    void aMissingParameterTakesItsDefault() {
        RuleSet rules = compile(Map.of("A", Map.of("type", "string", "default", "d", "required", true)),
                endpoint(ALWAYS, "https://{A}"));

        Map<String, Object> withNull = new HashMap<>();
        withNull.put("A", null);

        assertThat(rules.resolve(Map.of()).url()).isEqualTo("https://d");
        assertThat(rules.resolve(withNull).url()).isEqualTo("https://d");
    }

    @Test
    void aMissingRequiredParameterIsAnError() {
        RuleSet rules = compile(Map.of("A", Map.of("type", "string", "required", true)), endpoint(ALWAYS, "https://x"));

        assertThatThrownBy(() -> rules.resolve(Map.of()))
                .isInstanceOf(EndpointResolutionException.class)
                .hasMessage("Cannot find value for required parameter A");
    }

    @Test
    void aParameterOfTheWrongTypeIsAnError() {
        RuleSet rules = compile(Map.of("L", Map.of("type", "stringArray")), endpoint(ALWAYS, "https://x"));

        assertThatThrownBy(() -> rules.resolve(Map.of("L", "text")))
                .isInstanceOf(EndpointResolutionException.class)
                .hasMessage("Value (L) is the wrong type. Must be stringArray.");
        assertThatThrownBy(() -> rules.resolve(Map.of("L", List.of(1))))
                .isInstanceOf(EndpointResolutionException.class);
    }

    @Test
    void valuesThatTheRulesDoNotKnowAreIgnored() {
        RuleSet rules = compile(strings("A"), endpoint(ALWAYS, "https://x"));

        assertThat(rules.resolve(Map.of("B", 7)).url()).isEqualTo("https://x");
    }
}
