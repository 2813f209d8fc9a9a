package org.tucuxi.client;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.endpoint.RegionCatalog;
import org.tucuxi.endpoint.RegionCatalog.RegionalEndpoint;
import org.tucuxi.endpoint.RegionCatalog.Variant;
import org.tucuxi.model.ServiceModel;

/**
 * What the region data say of a client, without rules: contract of the reference's legacy resolution, from which
 * {@code meta.endpoint_url}, {@code meta.region_name}, the partition and the signing defaults come.
 *
 * @param partition the partition's name
 * @param url the endpoint
 * @param region the client's region; may be null
 * @param signingRegion the region to sign for; may be null
 * @param signingName the name in the credential scope
 * @param variants the variants that were resolved
 */
record EndpointDefaults(String partition, String url, String region, String signingRegion, String signingName,
        Set<Variant> variants) {

    /** The regions whose STS calls go to the global host in legacy mode. */
    static final Set<String> STS_GLOBAL_REGIONS = Set.of("ap-northeast-1", "ap-south-1", "ap-southeast-1",
            "ap-southeast-2", "aws-global", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2",
            "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2");

    /** What the resolution depends on. */
    record Question(ServiceModel model, String region, String endpointUrl, boolean secure, boolean dualstack,
            boolean fips, Map<String, Object> s3, String stsRegionalEndpoints) {

        String prefix() {
            return model.endpointPrefix();
        }
    }

    static EndpointDefaults resolve(RegionCatalog regions, Question question) {
        if (question.prefix().equals("s3")) {
            return resolveS3(regions, question);
        }
        if (question.prefix().equals("sts") && isStsGlobal(question)) {
            EndpointDefaults regional = resolve(regions, question, question.region());
            return new EndpointDefaults(regional.partition(), (question.secure() ? "https" : "http") + "://sts.amazonaws.com",
                    question.region(), "us-east-1", regional.signingName(), Set.of());
        }
        return resolve(regions, question, question.region());
    }

    static boolean isStsGlobal(Question question) {
        String mode = question.stsRegionalEndpoints();
        if (mode == null || mode.equals("regional")) {
            return false;
        }
        if (!mode.equals("legacy")) {
            throw new InvalidConfigException("sts_regional_endpoints must be \"regional\" or \"legacy\", not \"" + mode + '"');
        }
        return question.endpointUrl() == null && !question.dualstack() && !question.fips()
                && question.region() != null && STS_GLOBAL_REGIONS.contains(question.region());
    }

    /** Whether S3 without a region, or in us-east-1, means the global endpoint. */
    static boolean isS3Global(String region, Map<String, Object> s3) {
        Object mode = s3.get("us_east_1_regional_endpoint");
        if (mode != null && !mode.equals("legacy") && !mode.equals("regional")) {
            throw new InvalidConfigException("s3.us_east_1_regional_endpoint must be \"regional\" or \"legacy\", not \""
                    + mode + '"');
        }
        return !"regional".equals(mode) && (region == null || region.equals("us-east-1"));
    }

    private static EndpointDefaults resolveS3(RegionCatalog regions, Question question) {
        boolean forced = isS3Global(question.region(), question.s3());
        EndpointDefaults found = resolve(regions, question, forced && !question.dualstack() ? null : question.region());
        boolean isGlobal = found.region() == null || forced && found.region().equals("aws-global");
        if (!isGlobal) {
            return found;
        }
        // Programs look for us-east-1, so only who asks for regional endpoints without a region sees the pseudo region.
        String region = forced || question.dualstack() ? "us-east-1" : "aws-global";
        return new EndpointDefaults(found.partition(), found.url(), region,
                found.signingRegion() == null ? "us-east-1" : found.signingRegion(), found.signingName(), found.variants());
    }

    private static EndpointDefaults resolve(RegionCatalog regions, Question question, String region) {
        Set<Variant> variants = EnumSet.noneOf(Variant.class);
        if (question.dualstack()) {
            variants.add(Variant.DUALSTACK);
        }
        if (question.fips()) {
            variants.add(Variant.FIPS);
        }
        // Also with an endpoint of the user's: a regional service cannot be signed for without a region.
        RegionalEndpoint found = regions.resolve(question.prefix(), region, variants);
        String signingName = found.signingName() != null ? found.signingName() : question.model().signingName();
        if (question.endpointUrl() != null) {
            return new EndpointDefaults(found.partition(), question.endpointUrl(), region, region, signingName,
                    found.variants());
        }
        boolean https = question.secure() && (found.protocols().isEmpty() || found.protocols().contains("https"));
        return new EndpointDefaults(found.partition(), (https ? "https" : "http") + "://" + found.hostname(),
                found.endpointName(), found.signingRegion() != null ? found.signingRegion() : found.endpointName(),
                signingName, found.variants());
    }
}
