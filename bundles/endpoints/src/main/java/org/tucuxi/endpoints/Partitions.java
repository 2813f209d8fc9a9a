package org.tucuxi.endpoints;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tucuxi.endpoint.Partition;

/** The partitions as the rules see them. */
final class Partitions {

    private final List<Entry> entries;

    private Partitions(List<Entry> entries) {
        this.entries = entries;
    }

    /** Those of this bundle; read when first asked for. */
    static Partitions bundled() {
        return Bundled.PARTITIONS;
    }

    /**
     * The first partition that lists the region or whose pattern it matches.
     *
     * @param region may be null
     * @return the first of all, {@code aws}, when there is none
     */
    Entry match(String region) {
        if (region != null) {
            for (Entry entry : entries) {
                if (entry.has(region)) {
                    return entry;
                }
            }
        }
        return entries.get(0);
    }

    /** A partition. */
    record Entry(Partition partition, Set<String> regions, Pattern regionPattern) {

        private boolean has(String region) {
            return regions.contains(region) || regionPattern.matcher(region).lookingAt();
        }

        /** What {@code aws.partition} returns. */
        Attributes outputs() {
            return this::output;
        }

        private Object output(String name) {
            return switch (name) {
                case "name" -> partition.name();
                case "dnsSuffix" -> partition.dnsSuffix();
                case "dualStackDnsSuffix" -> partition.dualStackDnsSuffix();
                case "supportsFIPS" -> partition.supportsFips();
                case "supportsDualStack" -> partition.supportsDualStack();
                case "implicitGlobalRegion" -> partition.implicitGlobalRegion();
                default -> null;
            };
        }
    }

    /** Holds the bundle's own, so that they are read once and not before they are needed. */
    private static final class Bundled {

        private static final Partitions PARTITIONS = read("partitions.json");

        private static Partitions read(String resource) {
            try (JsonParser parser = Json.open(resource)) {
                parser.nextToken();
                List<?> partitions = (List<?>) Json.object(parser).get("partitions");
                return new Partitions(partitions.stream().map(partition -> entry((Map<?, ?>) partition)).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Entry entry(Map<?, ?> data) {
            Map<?, ?> outputs = (Map<?, ?>) data.get("outputs");
            Partition partition = new Partition((String) data.get("id"), (String) outputs.get("dnsSuffix"),
                    (String) outputs.get("dualStackDnsSuffix"), (Boolean) outputs.get("supportsFIPS"),
                    (Boolean) outputs.get("supportsDualStack"), (String) outputs.get("implicitGlobalRegion"));
            Set<String> regions = Set.copyOf(Texts.of(data.get("regions")));
            return new Entry(partition, regions, Pattern.compile((String) data.get("regionRegex")));
        }
    }
}
