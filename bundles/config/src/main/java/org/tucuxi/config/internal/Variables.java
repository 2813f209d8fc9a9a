package org.tucuxi.config.internal;

import static org.tucuxi.config.internal.Conversion.FLAG;
import static org.tucuxi.config.internal.Conversion.NUMBER;
import static org.tucuxi.config.internal.Conversion.RAW;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of the reference (botocore's configprovider), with two departures: {@code AWS_REGION} comes before
 * {@code AWS_DEFAULT_REGION}, and {@code AWS_PROFILE} before {@code AWS_DEFAULT_PROFILE}, as in all other AWS tools.
 * {@code call_timeout} is an addition.
 */
final class Variables {

    static final String CONFIG_FILE = "config_file";
    static final String CREDENTIALS_FILE = "credentials_file";
    static final String PROFILE = "profile";
    static final String IGNORE_ENDPOINT_URLS = "ignore_configured_endpoint_urls";

    /** Only there when a defaults mode gives it a value. */
    static final Variable CONNECT_TIMEOUT = Variable.of("connect_timeout", null, null, null, RAW);

    /** In the order of the reference's table. */
    static final List<Variable> ALL = List.of(
            new Variable(PROFILE, List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE"), List.of(), null, null, RAW),
            new Variable("region", List.of("AWS_REGION", "AWS_DEFAULT_REGION"), List.of("region"), null, null, RAW),
            Variable.of("data_path", "AWS_DATA_PATH", null, RAW),
            Variable.of(CONFIG_FILE, null, "AWS_CONFIG_FILE", "~/.aws/config", RAW),
            Variable.of("ca_bundle", "AWS_CA_BUNDLE", null, RAW),
            Variable.of("api_versions", null, Map.of(), RAW),
            Variable.of(CREDENTIALS_FILE, null, "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials", RAW),
            Variable.of("metadata_service_timeout", "AWS_METADATA_SERVICE_TIMEOUT", 1, NUMBER),
            Variable.of("metadata_service_num_attempts", "AWS_METADATA_SERVICE_NUM_ATTEMPTS", 1, NUMBER),
            Variable.of("ec2_metadata_service_endpoint", "AWS_EC2_METADATA_SERVICE_ENDPOINT", null, RAW),
            Variable.of("ec2_metadata_service_endpoint_mode", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", null, RAW),
            Variable.of("ec2_metadata_v1_disabled", "AWS_EC2_METADATA_V1_DISABLED", false, FLAG),
            Variable.of("imds_use_ipv6", "AWS_IMDS_USE_IPV6", false, FLAG),
            Variable.of("use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT", null, FLAG),
            Variable.of("use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", null, FLAG),
            Variable.of(IGNORE_ENDPOINT_URLS, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", null, FLAG),
            Variable.of("parameter_validation", null, true, RAW),
            Variable.of("csm_enabled", "AWS_CSM_ENABLED", false, FLAG),
            Variable.of("csm_host", "AWS_CSM_HOST", "127.0.0.1", RAW),
            Variable.of("csm_port", "AWS_CSM_PORT", 31000, NUMBER),
            Variable.of("csm_client_id", "AWS_CSM_CLIENT_ID", "", RAW),
            Variable.of("endpoint_discovery_enabled", "AWS_ENDPOINT_DISCOVERY_ENABLED", "auto", RAW),
            Variable.of("sts_regional_endpoints", "AWS_STS_REGIONAL_ENDPOINTS", "regional", RAW),
            Variable.of("retry_mode", "AWS_RETRY_MODE", defaultRetryMode(System.getenv("AWS_NEW_RETRIES_2026")), RAW),
            Variable.of("defaults_mode", "AWS_DEFAULTS_MODE", "legacy", RAW),
            Variable.of("max_attempts", "AWS_MAX_ATTEMPTS", null, NUMBER),
            Variable.of("user_agent_appid", "sdk_ua_app_id", "AWS_SDK_UA_APP_ID", null, RAW),
            Variable.of("request_min_compression_size_bytes", "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", 10240, RAW),
            Variable.of("disable_request_compression", "AWS_DISABLE_REQUEST_COMPRESSION", false, FLAG),
            Variable.of("sigv4a_signing_region_set", "AWS_SIGV4A_SIGNING_REGION_SET", null, RAW),
            Variable.of("request_checksum_calculation", "AWS_REQUEST_CHECKSUM_CALCULATION", "when_supported", RAW),
            Variable.of("response_checksum_validation", "AWS_RESPONSE_CHECKSUM_VALIDATION", "when_supported", RAW),
            Variable.of("account_id_endpoint_mode", "AWS_ACCOUNT_ID_ENDPOINT_MODE", "preferred", RAW),
            Variable.of("disable_host_prefix_injection", "AWS_DISABLE_HOST_PREFIX_INJECTION", null, FLAG),
            Variable.of("auth_scheme_preference", "AWS_AUTH_SCHEME_PREFERENCE", null, RAW),
            Variable.of("tcp_keepalive", "BOTOCORE_TCP_KEEPALIVE", null, FLAG),
            Variable.of("s3_disable_express_session_auth", "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", null, RAW),
            // Tucuxi's own.
            Variable.of("call_timeout", null, null, RAW));

    /** The section variables: the keys that have other sources than the profile's block of the section's name. */
    static final Map<String, List<Variable>> SECTIONS = sections();

    private Variables() {
    }

    static Variable named(String name) {
        for (Variable variable : ALL) {
            if (variable.name().equals(name)) {
                return variable;
            }
        }
        throw new IllegalArgumentException("no variable " + name);
    }

    /** A switch of the process, as in the reference: read once. */
    static String defaultRetryMode(String newRetries) {
        return "true".equalsIgnoreCase(newRetries) ? "standard" : "legacy";
    }

    private static Map<String, List<Variable>> sections() {
        Map<String, List<Variable>> sections = new LinkedHashMap<>();
        sections.put("s3", List.of(
                nested("addressing_style", RAW),
                nested("use_accelerate_endpoint", FLAG),
                nested("use_dualstack_endpoint", FLAG),
                nested("payload_signing_enabled", FLAG),
                new Variable("use_arn_region", List.of("AWS_S3_USE_ARN_REGION"), List.of("s3_use_arn_region"), "s3",
                        null, FLAG),
                new Variable("us_east_1_regional_endpoint", List.of("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT"),
                        List.of("s3_us_east_1_regional_endpoint"), "s3", null, RAW),
                new Variable("s3_disable_multiregion_access_points",
                        List.of("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS"), List.of(), "s3", null, FLAG)));
        sections.put("proxies_config", List.of(
                Variable.of("proxy_ca_bundle", null, null, RAW),
                Variable.of("proxy_client_cert", null, null, RAW),
                Variable.of("proxy_use_forwarding_for_https", null, null, FLAG)));
        return Collections.unmodifiableMap(sections);
    }

    private static Variable nested(String name, Conversion conversion) {
        return new Variable(name, List.of(), List.of(), "s3", null, conversion);
    }
}
