package org.tucuxi.services.s3;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * Decodes the keys of lists that {@link ListEncoding} has asked for URL-encoded; a caller who asked for it decodes
 * himself.
 */
@Component
@EventPattern({"after-call.s3.ListObjects", "after-call.s3.ListObjectsV2", "after-call.s3.ListObjectVersions"})
public final class ListDecoding implements EventHandler<AfterCall, Void> {

    private static final String[] V1 = {"Delimiter", "Marker", "NextMarker"};
    private static final String[] V2 = {"Delimiter", "Prefix", "StartAfter"};
    private static final String[] VERSIONS = {"KeyMarker", "NextKeyMarker", "Prefix", "Delimiter"};

    @Override
    public Void handle(AfterCall event) {
        Map<String, Object> parsed = event.parsed();
        if (parsed == null || !"url".equals(parsed.get("EncodingType"))
                || !Boolean.TRUE.equals(event.context().get(ListEncoding.AUTO_SET))) {
            return null;
        }
        switch (event.model().name()) {
            case "ListObjects" -> decode(parsed, V1);
            case "ListObjectsV2" -> decode(parsed, V2);
            default -> decode(parsed, VERSIONS);
        }
        decodeItems(parsed, "Contents", "Key");
        decodeItems(parsed, "Versions", "Key");
        decodeItems(parsed, "DeleteMarkers", "Key");
        decodeItems(parsed, "CommonPrefixes", "Prefix");
        return null;
    }

    private static void decode(Map<String, Object> parsed, String[] members) {
        for (String member : members) {
            decode(parsed, member);
        }
    }

    private static void decode(Map<String, Object> map, String member) {
        if (map.get(member) instanceof String text) {
            map.put(member, UrlText.decode(text));
        }
    }

    @SuppressWarnings("unchecked")
    private static void decodeItems(Map<String, Object> parsed, String list, String member) {
        if (parsed.get(list) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> map) {
                    decode((Map<String, Object>) map, member);
                }
            }
        }
    }
}
