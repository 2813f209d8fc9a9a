package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.Client;

/** Where the buckets are that S3 has redirected the calls of a client for. {@link RegionRedirect} fills it. */
@Component(service = BucketRegions.class)
public final class BucketRegions {

    /** The reference sets no limit; the names come from whoever calls. */
    static final int LIMIT = 1000;

    private final PerClient<RecentlyUsed<String>> regions = new PerClient<>();

    /** Made by Declarative Services. */
    @Activate
    public BucketRegions() {
        // nothing is known yet
    }

    /** The region of a bucket, or null as long as no call of the client was redirected. */
    String get(Object client, String bucket) {
        RecentlyUsed<String> known = regions.get(client);
        return known == null ? null : known.get(bucket);
    }

    void put(Client client, String bucket, String region) {
        regions.get(client, first -> new RecentlyUsed<>(LIMIT)).put(bucket, region);
    }

    /** How many clients were redirected. */
    int clients() {
        return regions.size();
    }

    @Deactivate
    void clear() {
        regions.clear();
    }
}
