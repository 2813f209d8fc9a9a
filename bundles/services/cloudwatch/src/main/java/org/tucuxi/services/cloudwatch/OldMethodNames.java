package org.tucuxi.services.cloudwatch;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.GetAttribute;

/** The methods' names before {@code OTel} counted as one word. */
@Component
@EventPattern({"getattr.cloudwatch.get_o_tel_enrichment",
    "getattr.cloudwatch.start_o_tel_enrichment",
    "getattr.cloudwatch.stop_o_tel_enrichment"})
public final class OldMethodNames implements EventHandler<GetAttribute, Object> {

    private static final Map<String, String> NAMES = Map.of("getattr.cloudwatch.get_o_tel_enrichment", "get_otel_enrichment",
            "getattr.cloudwatch.start_o_tel_enrichment", "start_otel_enrichment",
            "getattr.cloudwatch.stop_o_tel_enrichment", "stop_otel_enrichment");

    @Override
    public Object handle(GetAttribute event) {
        return NAMES.get(event.name());
    }
}
