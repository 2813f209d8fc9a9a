package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.InstanceRegion;
import org.tucuxi.http.HttpTransport;

/** The region of an EC2 instance: that of the availability zone it is placed in. */
@Component
public final class PlacementRegion implements InstanceRegion {

    private static final Logger LOG = LoggerFactory.getLogger(PlacementRegion.class);
    private static final String PATH = "latest/meta-data/placement/availability-zone/";
    private static final int MAX_NAME = 64;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile HttpTransport transport;

    /** By endpoint: instances do not move, and each new client asks. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    @Override
    public Optional<String> region(Configuration configuration) {
        try (Imds imds = Imds.open(configuration, transport)) {
            String region = known.get(imds.base());
            if (region == null) {
                region = imds.get(PATH, PlacementRegion::regionOfZone);
                known.put(imds.base(), region);
            }
            return Optional.of(region);
        } catch (NoAnswer e) {
            LOG.debug("The region of the instance is not known: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The zone {@code eu-west-1a} is in the region {@code eu-west-1}. */
    private static String regionOfZone(Answer answer) throws IOException {
        String zone = answer.text().strip();
        boolean isName = zone.length() > 1 && zone.length() <= MAX_NAME;
        for (int i = 0; i < zone.length(); i++) {
            char c = zone.charAt(i);
            isName &= c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        if (!isName) {
            throw new IOException("the answer is not the name of an availability zone");
        }
        return zone.substring(0, zone.length() - 1);
    }
}
