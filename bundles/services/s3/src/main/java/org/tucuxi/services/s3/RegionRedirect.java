package org.tucuxi.services.s3;

import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.InvalidRegionException;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.SerializedRequest;

/**
 * Sends a call once more, to the region that its bucket is in (botocore's S3RegionRedirectorv2). A call is redirected
 * once, whatever the second answer is.
 *
 * <p>Directory buckets are left out, other than in the reference: their name says the zone they are in, and sessions
 * sign for them.
 */
@Component
@EventPattern("needs-retry.s3")
public final class RegionRedirect implements EventHandler<NeedsRetry, Duration> {

    private static final Logger LOG = LoggerFactory.getLogger(RegionRedirect.class);
    private static final String BUCKET_REGION = "x-amz-bucket-region";
    private static final String HEAD_BUCKET = "HeadBucket";

    private final BucketRegions regions;

    /**
     * Made by Declarative Services.
     *
     * @param regions takes note of where buckets are
     */
    @Activate
    public RegionRedirect(@Reference BucketRegions regions) {
        this.regions = regions;
    }

    @Override
    public Duration handle(NeedsRetry event) {
        if (event.httpResponse() == null || event.httpResponse().status() < 300 || event.parsed() == null) {
            return null;
        }
        Map<String, Object> context = event.requestDict().context();
        if (!(context.get(RedirectContext.KEY) instanceof Map<?, ?> redirect)
                || Boolean.TRUE.equals(redirect.get(RedirectContext.REDIRECTED))
                || !(redirect.get(RedirectContext.BUCKET) instanceof String bucket) || Arn.isArn(bucket)
                || Names.isExpressBucket(bucket) || !(context.get("client") instanceof Client client)
                || !isElsewhere(event)) {
            return null;
        }
        String region = region(client, bucket, event);
        if (region == null) {
            LOG.debug("Bucket {} is not in region {}, and S3 does not say where it is", bucket,
                    context.get("client_region"));
            return null;
        }
        LOG.debug("Bucket {} is in region {}, not in {}: a client of that region saves the redirect", bucket, region,
                context.get("client_region"));
        regions.put(client, bucket, region);
        redirect(client, event, params(redirect.get(RedirectContext.PARAMS)));
        markRedirected(redirect);
        return Duration.ZERO;
    }

    /** Whether the answer means that the bucket is in another region. */
    private static boolean isElsewhere(NeedsRetry event) {
        int status = event.httpResponse().status();
        if (status == 301 || status == 302 || status == 307) {
            return true;
        }
        Map<?, ?> error = map(event.parsed().get("Error"));
        String operation = event.operation().name();
        return switch (String.valueOf(error.get("Code"))) {
            case "PermanentRedirect" -> true;
            case "AuthorizationHeaderMalformed" -> error.containsKey("Region");
            case "IllegalLocationConstraintException" -> !operation.equals("CreateBucket");
            // Answers to HEAD have no body that would say more than the status.
            case "301", "400" -> operation.equals("HeadObject")
                    || operation.equals(HEAD_BUCKET) && headers(event.parsed()).containsKey(BUCKET_REGION);
            default -> false;
        };
    }

    private static String region(Client client, String bucket, NeedsRetry event) {
        Object region = headers(event.parsed()).get(BUCKET_REGION);
        if (region == null) {
            region = map(event.parsed().get("Error")).get("Region");
        }
        // Who asks where a bucket is and does not learn it would ask for ever.
        if (isNothing(region) && !event.operation().name().equals(HEAD_BUCKET)) {
            region = askedFor(client, bucket);
        }
        if (isNothing(region)) {
            return null;
        }
        String name = region.toString();
        if (!Names.isRegion(name)) {
            throw new InvalidRegionException("S3 says that bucket " + bucket + " is in \"" + name
                    + "\", which cannot be a region: letters, digits and hyphens make one");
        }
        return name;
    }

    private static boolean isNothing(Object region) {
        return region == null || region.toString().isEmpty();
    }

    private static Object askedFor(Client client, String bucket) {
        try {
            return headers(client.call(HEAD_BUCKET, Map.of("Bucket", bucket))).get(BUCKET_REGION);
        } catch (ClientException e) {
            return headers(e.response()).get(BUCKET_REGION);
        }
    }

    private static void redirect(Client client, NeedsRetry event, Map<String, ?> params) {
        SerializedRequest request = event.requestDict();
        // Chooses the auth type and the signing region as well, into the context of the call.
        Endpoint endpoint = client.meta().resolveEndpoint(event.operation().name(), params, request.context());
        request.url(withHost(request.url(), endpoint.url()));
    }

    /** A URL at another host: scheme, path and query stay. */
    static String withHost(String url, String endpoint) {
        int start = authority(url);
        int newStart = authority(endpoint);
        return url.substring(0, start) + endpoint.substring(newStart, authorityEnd(endpoint, newStart))
                + url.substring(authorityEnd(url, start));
    }

    private static int authority(String url) {
        return url.indexOf("://") + 3;
    }

    private static int authorityEnd(String url, int start) {
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return url.length();
    }

    @SuppressWarnings("unchecked")
    private static void markRedirected(Map<?, ?> redirect) {
        ((Map<String, Object>) redirect).put(RedirectContext.REDIRECTED, true);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> params(Object params) {
        return params instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static Map<?, ?> headers(Map<String, Object> parsed) {
        return map(map(parsed.get("ResponseMetadata")).get("HTTPHeaders"));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
