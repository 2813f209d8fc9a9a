package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.endpoint.EndpointVariantException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.endpoint.RegionCatalog.RegionalEndpoint;
import org.tucuxi.endpoint.RegionCatalog.Variant;

/**
 * The catalog and botocore give the same answers. The file was written by src/test/python/region_fixture.py; another
 * file of that form can be named with {@code -Dregional-endpoints}.
 */
class RegionDifferentialTest {

    private final BundledRegionCatalog catalog = new BundledRegionCatalog();

    @Test
    void answersWhatTheReferenceAnswers() throws IOException {
        List<String> expected = lines();

        List<String> actual = expected.stream().map(this::answered).toList();

        assertThat(expected).hasSizeGreaterThan(800);
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    private static List<String> lines() throws IOException {
        String other = System.getProperty("regional-endpoints");
        try (InputStream in = other == null
                ? RegionDifferentialTest.class.getResourceAsStream("regional-endpoints.tsv")
                : Files.newInputStream(Path.of(other));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** The line with the answer that the catalog gives to its question. */
    private String answered(String line) {
        String[] question = line.split("\t");
        String region = question[1].equals("-") ? null : question[1];
        return String.join("\t", question[0], question[1], question[2],
                answer(question[0], region, variants(question[2])));
    }

    private static Set<Variant> variants(String text) {
        Set<Variant> variants = EnumSet.noneOf(Variant.class);
        for (String name : text.equals("-") ? new String[0] : text.split(",")) {
            variants.add(Variant.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return variants;
    }

    private String answer(String service, String region, Set<Variant> variants) {
        try {
            RegionalEndpoint endpoint = catalog.resolve(service, region, variants);
            return String.join("\t", endpoint.partition(), endpoint.endpointName(), endpoint.hostname(),
                    String.join(",", endpoint.protocols()), orDash(endpoint.signingRegion()),
                    orDash(endpoint.signingName()), String.join(",", endpoint.signatureVersions()));
        } catch (NoRegionException e) {
            return "NoRegionError";
        } catch (EndpointVariantException e) {
            return "EndpointVariantError";
        }
    }

    private static String orDash(String text) {
        return text == null ? "-" : text;
    }
}
