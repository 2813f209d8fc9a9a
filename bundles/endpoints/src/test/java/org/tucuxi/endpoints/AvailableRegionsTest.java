package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tucuxi.endpoint.UnknownRegionException;

/** The regions of every service, as botocore has them. The file was written by src/test/python/available_regions.py. */
class AvailableRegionsTest {

    private static List<String[]> rows;

    private final BundledRegionCatalog catalog = new BundledRegionCatalog();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = AvailableRegionsTest.class.getResourceAsStream("available-regions.tsv")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t", -1)).toList();
        }
    }

    private static List<String[]> rows(String kind) {
        return rows.stream().filter(row -> row[0].equals(kind)).toList();
    }

    @Test
    void partitionsAreTheReferencesInItsOrder() {
        String[] partitions = rows("partitions").get(0);

        assertThat(catalog.partitions()).containsExactlyElementsOf(List.of(partitions).subList(1, partitions.length));
    }

    @Test
    void everyServiceHasTheReferencesRegionsInEveryPartition() {
        Map<String, List<String>> lists = new HashMap<>();
        rows("list").forEach(row -> lists.put(row[1], row[2].isEmpty() ? List.of() : List.of(row[2].split(","))));
        List<String> differences = new ArrayList<>();

        for (String[] row : rows("service")) {
            Map<String, String> expected = new HashMap<>();
            for (String cell : row[3].split(" ")) {
                String[] parts = cell.split("=");
                expected.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
            for (String partition : catalog.partitions()) {
                String[] numbers = expected.getOrDefault(partition, "/").split("/", -1);
                compare(differences, row, partition, false, lists.getOrDefault(numbers[0], List.of()));
                compare(differences, row, partition, true, lists.getOrDefault(numbers[1], List.of()));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(rows("service")).hasSizeGreaterThan(400);
    }

    private void compare(List<String> differences, String[] row, String partition, boolean all, List<String> expected) {
        List<String> found = catalog.regions(row[2], partition, all);
        if (!found.equals(expected)) {
            differences.add(row[1] + " in " + partition + (all ? " with all endpoints: " : ": ") + found + ", in the reference "
                    + expected);
        }
    }

    @Test
    void everyRegionHasTheReferencesPartition() {
        for (String[] row : rows("region")) {
            assertThat(partition(row[1])).as(row[1]).isEqualTo(row[2]);
        }
        assertThat(rows("region")).hasSizeGreaterThan(50);
    }

    private String partition(String region) {
        try {
            return catalog.partitionForRegion(region);
        } catch (UnknownRegionException e) {
            return "UnknownRegionError";
        }
    }
}
