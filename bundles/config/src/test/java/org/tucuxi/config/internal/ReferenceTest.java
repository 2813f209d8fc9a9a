package org.tucuxi.config.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucuxi.config.ConfigParseException;

/** Compares with botocore by fixtures that src/test/python/reference_fixtures.py writes. */
class ReferenceTest {

    static Stream<List<String>> iniFiles() throws IOException {
        return rows("ini.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("iniFiles")
    void parsesAsTheReferenceDoes(List<String> row) {
        String text = Json.text(row.get(0));

        assertThat(parsed(text, false)).isEqualTo(row.get(1));
        assertThat(parsed(text, true)).isEqualTo(row.get(2));
    }

    private static String parsed(String text, boolean asProfiles) {
        try {
            Map<String, Map<String, Object>> sections = IniParser.parse("config", text);
            ProfileFiles files = ProfileFiles.of(new IniFile("config", sections), new IniFile("credentials", Map.of()));
            return Json.dump(asProfiles ? files.full() : sections);
        } catch (ConfigParseException e) {
            return "!";
        }
    }

    @Test
    void hasTheVariablesOfTheReference() throws IOException {
        List<String> ours = new ArrayList<>();
        for (Variable one : Variables.ALL) {
            ours.add(one.name() + ' ' + one.environment() + one.profileKeys() + Json.dump(one.fallback())
                    + one.conversion());
        }

        List<String> theirs = new ArrayList<>();
        for (List<String> row : rows("variables.tsv")) {
            List<String> environment = switch (row.get(0)) {
                case "region" -> List.of("AWS_REGION", "AWS_DEFAULT_REGION");
                case "profile" -> List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE");
                default -> row.get(1).isEmpty() ? List.of() : List.of(row.get(1).split(" "));
            };
            List<String> keys = row.get(2).isEmpty() ? List.of() : List.of(row.get(2));
            theirs.add(row.get(0) + ' ' + environment + keys + row.get(3) + row.get(4));
        }
        theirs.add("call_timeout [][call_timeout]nullRAW");
        assertThat(ours).containsExactlyElementsOf(theirs);
    }

    @Test
    void namesEndpointsAsTheReferenceDoes() throws IOException {
        for (List<String> row : rows("endpoint-names.tsv")) {
            String name = EndpointNames.of(row.get(0), "Some Other Id");

            assertThat("AWS_ENDPOINT_URL_" + name.toUpperCase()).as(row.get(0)).isEqualTo(row.get(1));
        }
    }

    private static List<List<String>> rows(String fixture) throws IOException {
        try (InputStream in = ReferenceTest.class.getResourceAsStream(fixture)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .map(line -> List.of(line.split("\t", -1))).toList();
        }
    }
}
