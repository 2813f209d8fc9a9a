package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.endpoints.Rules.compile;
import static org.tucuxi.endpoints.Rules.endpoint;
import static org.tucuxi.endpoints.Rules.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.RuleSet;

/** The last resolutions are kept. */
class KeptResolutionsTest {

    @Test
    void theSameParametersGiveTheSameEndpoint() {
        RuleSet rules = compile(strings("Region", "Bucket"), endpoint(List.of(), "https://{Bucket}.{Region}"));

        Endpoint first = rules.resolve(Map.of("Region", "r", "Bucket", "b"));

        assertThat(rules.resolve(Map.of("Bucket", new String("b"), "Region", "r"))).isSameAs(first);
        assertThat(rules.resolve(Map.of("Bucket", "c", "Region", "r"))).isNotSameAs(first);
    }

    @Test
    void aParameterThatNoRuleReadsDoesNotCount() {
        RuleSet rules = compile(strings("Bucket", "Key"), endpoint(List.of(), "https://{Bucket}"));

        Endpoint first = rules.resolve(Map.of("Bucket", "b", "Key", "1"));

        assertThat(rules.resolve(Map.of("Bucket", "b", "Key", "2"))).isSameAs(first);
    }

    @Test
    void aListThatTheCallerChangesLaterIsAnotherQuestion() {
        RuleSet rules = compile(Map.of("L", Map.of("type", "stringArray")),
                endpoint(List.of(Rules.assign("first", Rules.fn("getAttr", Rules.ref("L"), "[0]"))),
                        "https://{first}"));
        List<String> list = new ArrayList<>(List.of("a"));
        rules.resolve(Map.of("L", list));

        list.set(0, "b");

        assertThat(rules.resolve(Map.of("L", list)).url()).isEqualTo("https://b");
        assertThat(rules.resolve(Map.of("L", List.of("a"))).url()).isEqualTo("https://a");
    }

    @Test
    void aResolutionOutlivesOneThatWantsItsPlace() {
        KeptResolutions kept = new KeptResolutions();
        Endpoint first = new Endpoint("https://first", Map.of(), Map.of());
        Endpoint second = new Endpoint("https://second", Map.of(), Map.of());

        kept.keep(new Object[] {"a"}, 5, first);
        kept.keep(new Object[] {"b"}, 5, second);

        assertThat(kept.find(new Object[] {"a"}, 5)).isSameAs(first);
        assertThat(kept.find(new Object[] {"b"}, 5)).isSameAs(second);
        assertThat(kept.find(new Object[] {"c"}, 5)).isNull();
    }

    @Test
    void noMoreAreKeptThanThereArePlaces() {
        KeptResolutions kept = new KeptResolutions();
        int many = KeptResolutions.CAPACITY * 10;
        for (int i = 0; i < many; i++) {
            Object[] values = {"bucket-" + i};
            kept.keep(values, Arrays.hashCode(values), new Endpoint("https://" + i, Map.of(), Map.of()));
        }

        int found = 0;
        for (int i = 0; i < many; i++) {
            Object[] values = {"bucket-" + i};
            found += kept.find(values, Arrays.hashCode(values)) == null ? 0 : 1;
        }
        assertThat(found).isBetween(KeptResolutions.CAPACITY / 2, KeptResolutions.CAPACITY);
    }
}
