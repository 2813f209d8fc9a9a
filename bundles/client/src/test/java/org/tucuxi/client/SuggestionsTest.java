package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> OPERATIONS = List.of("ListBuckets", "ListObjects", "ListObjectsV2", "PutObject");

    private static String of(String name) {
        return Suggestions.of(name, OPERATIONS, List.of("generate_url"));
    }

    @Test
    void theNearestComesFirst() {
        assertThat(of("ListObject")).startsWith("; did you mean ListObjects");
        assertThat(of("list_bucket")).startsWith("; did you mean ListBuckets");
        assertThat(of("generateurl")).isEqualTo("; did you mean generate_url?");
    }

    @Test
    void aPartOfANameFindsIt() {
        assertThat(of("objectsv")).contains("ListObjectsV2");
    }

    @Test
    void nothingNearIsSaidPlainly() {
        assertThat(of("zzzzzzzzzzzz")).isEqualTo("; it has 4 operations, see meta().serviceModel().operationNames()");
    }

    @Test
    void atMostFiveAreNamed() {
        List<String> many = List.of("Get1", "Get2", "Get3", "Get4", "Get5", "Get6", "Get7");

        assertThat(Suggestions.of("Get0", many, List.of()).split(",")).hasSize(5);
    }

    @Test
    void anEndlessNameTakesNoTime() {
        assertThat(of("x".repeat(1_000_000))).contains("4 operations");
    }
}
