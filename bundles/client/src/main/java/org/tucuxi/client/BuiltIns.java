package org.tucuxi.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The built-in values of endpoint rules: section 8 of the reference's endpoint contract. */
final class BuiltIns {

    static final String REGION = "AWS::Region";
    static final String USE_FIPS = "AWS::UseFIPS";
    static final String USE_DUAL_STACK = "AWS::UseDualStack";
    static final String STS_GLOBAL = "AWS::STS::UseGlobalEndpoint";
    static final String S3_GLOBAL = "AWS::S3::UseGlobalEndpoint";
    static final String S3_ACCELERATE = "AWS::S3::Accelerate";
    static final String S3_FORCE_PATH_STYLE = "AWS::S3::ForcePathStyle";
    static final String S3_USE_ARN_REGION = "AWS::S3::UseArnRegion";
    static final String S3_CONTROL_USE_ARN_REGION = "AWS::S3Control::UseArnRegion";
    static final String S3_DISABLE_MRAP = "AWS::S3::DisableMultiRegionAccessPoints";
    static final String S3_DISABLE_EXPRESS_AUTH = "AWS::S3::DisableS3ExpressSessionAuth";
    static final String ENDPOINT = "SDK::Endpoint";
    static final String ACCOUNT_ID = "AWS::Auth::AccountId";
    static final String ACCOUNT_ID_MODE = "AWS::Auth::AccountIdEndpointMode";

    /** All names that rules may use. */
    static final Set<String> NAMES = Set.of(REGION, USE_FIPS, USE_DUAL_STACK, STS_GLOBAL, S3_GLOBAL, S3_ACCELERATE,
            S3_FORCE_PATH_STYLE, S3_USE_ARN_REGION, S3_CONTROL_USE_ARN_REGION, S3_DISABLE_MRAP, S3_DISABLE_EXPRESS_AUTH,
            ENDPOINT, ACCOUNT_ID, ACCOUNT_ID_MODE);

    private BuiltIns() {
    }

    static Map<String, Object> of(EndpointDefaults.Question question, EndpointDefaults defaults, String accountIdMode,
            Object disableExpressAuth, Supplier<String> accountId) {
        Map<String, Object> s3 = question.s3();
        String url = question.endpointUrl();
        String prefix = question.prefix();
        boolean isRegionResolved = prefix.equals("s3") || prefix.equals("sts") || question.region() == null;
        boolean accelerate = isTrue(s3.get("use_accelerate_endpoint"))
                || url != null && isAccelerateHost(url);
        Map<String, Object> result = new LinkedHashMap<>(32);
        result.put(REGION, isRegionResolved ? defaults.region() : question.region());
        result.put(USE_FIPS, url == null && question.fips());
        result.put(USE_DUAL_STACK, url == null && question.dualstack());
        result.put(STS_GLOBAL, EndpointDefaults.isStsGlobal(question));
        result.put(S3_GLOBAL, EndpointDefaults.isS3Global(question.region(), s3));
        result.put(S3_ACCELERATE, accelerate);
        result.put(S3_FORCE_PATH_STYLE, isPathStyleForced(s3.get("addressing_style"), accelerate, url));
        result.put(S3_USE_ARN_REGION, flag(s3.get("use_arn_region"), true));
        result.put(S3_CONTROL_USE_ARN_REGION, flag(s3.get("use_arn_region"), false));
        result.put(S3_DISABLE_MRAP, flag(s3.get("s3_disable_multiregion_access_points"), false));
        result.put(S3_DISABLE_EXPRESS_AUTH, flag(disableExpressAuth, false));
        result.put(ENDPOINT, url);
        result.put(ACCOUNT_ID, accountId);
        result.put(ACCOUNT_ID_MODE, accountIdMode);
        return result;
    }

    private static boolean isPathStyleForced(Object addressingStyle, boolean accelerate, String url) {
        if (accelerate) {
            return false;
        }
        return url != null ? !"virtual".equals(addressingStyle) : "path".equals(addressingStyle);
    }

    private static boolean isAccelerateHost(String url) {
        String host = Urls.host(url);
        return host != null && host.endsWith(".amazonaws.com") && host.startsWith("s3-accelerate.");
    }

    static boolean isTrue(Object value) {
        return flag(value, false);
    }

    private static boolean flag(Object value, boolean fallback) {
        return value == null ? fallback : value instanceof Boolean flag ? flag : "true".equalsIgnoreCase(value.toString());
    }
}
