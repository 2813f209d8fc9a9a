package org.tucuxi.endpoints;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The region data of this bundle. They are large and a program uses a handful of services, so the partitions are read
 * when first asked for, and of the services, which lie in files by their first letter, those that are asked for.
 */
final class RegionData {

    /** What is known of other services. It is not kept: names that callers make up must not fill the memory. */
    private static final Map<String, ServiceRegions> UNKNOWN = Map.of();

    private final ConcurrentHashMap<String, Map<String, ServiceRegions>> services = new ConcurrentHashMap<>();
    private volatile List<RegionPartition> partitions;

    /** A partition of the region data. */
    record RegionPartition(String name, String dnsSuffix, Pattern regionPattern, Set<String> regions,
            EndpointData defaults) {

        boolean has(String region) {
            return regions.contains(region) || regionPattern.matcher(region).lookingAt();
        }
    }

    /** A service in one partition; the endpoints are in the order of the data. */
    record ServiceRegions(Map<String, EndpointData> endpoints, EndpointData defaults, String partitionEndpoint,
            boolean regionalized) {

        /** Of a service that the partition does not list. */
        static final ServiceRegions NONE = new ServiceRegions(Map.of(), EndpointData.NONE, null, true);
    }

    /** The partitions in the order of the data. */
    List<RegionPartition> partitions() {
        List<RegionPartition> known = partitions;
        if (known == null) {
            known = readPartitions();
            partitions = known;
        }
        return known;
    }

    /** What the data have on a service. */
    Map<String, ServiceRegions> service(String endpointPrefix) {
        Map<String, ServiceRegions> known = services.get(endpointPrefix);
        if (known == null) {
            known = readService(endpointPrefix);
            if (known != UNKNOWN) {
                services.putIfAbsent(endpointPrefix, known);
            }
        }
        return known;
    }

    private static List<RegionPartition> readPartitions() {
        try (JsonParser parser = Json.open("regions/partitions.json")) {
            parser.nextToken();
            List<RegionPartition> partitions = new ArrayList<>();
            Json.object(parser).forEach((name, source) -> {
                Map<?, ?> data = (Map<?, ?>) source;
                partitions.add(new RegionPartition(name, (String) data.get("dnsSuffix"),
                        Pattern.compile((String) data.get("regionRegex")), Set.copyOf(Texts.of(data.get("regions"))),
                        EndpointData.of(data.get("defaults"))));
            });
            return List.copyOf(partitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ServiceRegions> readService(String endpointPrefix) {
        char letter = endpointPrefix.isEmpty() ? 0 : endpointPrefix.charAt(0);
        String file = "regions/" + letter + ".json";
        if (letter < 'a' || letter > 'z' || RegionData.class.getResource(file) == null) {
            return UNKNOWN;
        }
        try (JsonParser parser = Json.open(file)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(endpointPrefix);
                parser.nextToken();
                if (wanted) {
                    return byPartition(Json.object(parser));
                }
                parser.skipChildren();
            }
            return UNKNOWN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ServiceRegions> byPartition(Map<String, Object> source) {
        Map<String, ServiceRegions> partitions = new LinkedHashMap<>();
        source.forEach((partition, service) -> partitions.put(partition, serviceRegions((Map<?, ?>) service)));
        return partitions;
    }

    private static ServiceRegions serviceRegions(Map<?, ?> source) {
        Map<String, EndpointData> endpoints = new LinkedHashMap<>();
        ((Map<?, ?>) source.get("endpoints")).forEach((name, data) ->
                endpoints.put((String) name, EndpointData.of(data)));
        return new ServiceRegions(endpoints, EndpointData.of(source.get("defaults")),
                (String) source.get("partitionEndpoint"), !Boolean.FALSE.equals(source.get("isRegionalized")));
    }
}
