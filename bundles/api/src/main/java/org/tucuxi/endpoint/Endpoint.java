package org.tucuxi.endpoint;

import java.util.List;
import java.util.Map;

/**
 * Where a call goes.
 *
 * @param url the base URL, without the operation's path
 * @param headers headers that the rules add
 * @param properties properties of the endpoint: {@code authSchemes}, {@code backend}, …; unmodifiable
 */
public record Endpoint(String url, Map<String, List<String>> headers, Map<String, Object> properties) {

    /**
     * The authentication schemes that the rules name.
     *
     * @return in the order of preference; empty when the rules name none
     */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> authSchemes() {
        return properties.get("authSchemes") instanceof List<?> schemes ? (List<Map<String, Object>>) schemes : List.of();
    }
}
