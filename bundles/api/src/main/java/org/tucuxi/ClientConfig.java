package org.tucuxi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tucuxi.credentials.Credentials;

/**
 * The configuration of a client: botocore's {@code Config}, and what boto3 takes as further arguments of {@code client()}.
 * Immutable. It knows which options were given: only those count when two configurations are merged, and only those win over
 * environment and profile.
 *
 * <pre>{@code
 * ClientConfig.builder().regionName("eu-central-1").readTimeout(Duration.ofSeconds(5)).build()
 * }</pre>
 */
public final class ClientConfig {

    /** Nothing given. */
    public static final ClientConfig EMPTY = new ClientConfig(Map.of());

    static final String REGION_NAME = "region_name";
    static final String SIGNATURE_VERSION = "signature_version";
    static final String USER_AGENT = "user_agent";
    static final String USER_AGENT_EXTRA = "user_agent_extra";
    static final String USER_AGENT_APPID = "user_agent_appid";
    static final String CONNECT_TIMEOUT = "connect_timeout";
    static final String READ_TIMEOUT = "read_timeout";
    static final String CALL_TIMEOUT = "call_timeout";
    static final String PARAMETER_VALIDATION = "parameter_validation";
    static final String MAX_POOL_CONNECTIONS = "max_pool_connections";
    static final String PROXIES = "proxies";
    static final String PROXIES_CONFIG = "proxies_config";
    static final String S3 = "s3";
    static final String RETRIES = "retries";
    static final String CLIENT_CERT = "client_cert";
    static final String INJECT_HOST_PREFIX = "inject_host_prefix";
    static final String ENDPOINT_DISCOVERY_ENABLED = "endpoint_discovery_enabled";
    static final String USE_DUALSTACK_ENDPOINT = "use_dualstack_endpoint";
    static final String USE_FIPS_ENDPOINT = "use_fips_endpoint";
    static final String IGNORE_CONFIGURED_ENDPOINT_URLS = "ignore_configured_endpoint_urls";
    static final String DEFAULTS_MODE = "defaults_mode";
    static final String TCP_KEEPALIVE = "tcp_keepalive";
    static final String REQUEST_MIN_COMPRESSION_SIZE_BYTES = "request_min_compression_size_bytes";
    static final String DISABLE_REQUEST_COMPRESSION = "disable_request_compression";
    static final String CLIENT_CONTEXT_PARAMS = "client_context_params";
    static final String SIGV4A_SIGNING_REGION_SET = "sigv4a_signing_region_set";
    static final String REQUEST_CHECKSUM_CALCULATION = "request_checksum_calculation";
    static final String RESPONSE_CHECKSUM_VALIDATION = "response_checksum_validation";
    static final String ACCOUNT_ID_ENDPOINT_MODE = "account_id_endpoint_mode";
    static final String AUTH_SCHEME_PREFERENCE = "auth_scheme_preference";
    static final String ENDPOINT_URL = "endpoint_url";
    static final String USE_SSL = "use_ssl";
    static final String VERIFY = "verify";
    static final String API_VERSION = "api_version";
    static final String CREDENTIALS = "credentials";
    static final String MAX_RESPONSE_HEADER_BYTES = "max_response_header_bytes";
    static final String MAX_BUFFERED_BODY_BYTES = "max_buffered_body_bytes";

    private static final Set<String> OPTIONS = Set.of(
            REGION_NAME, SIGNATURE_VERSION, USER_AGENT, USER_AGENT_EXTRA,
            USER_AGENT_APPID, CONNECT_TIMEOUT, READ_TIMEOUT, PARAMETER_VALIDATION,
            MAX_POOL_CONNECTIONS, PROXIES, PROXIES_CONFIG, S3,
            RETRIES, CLIENT_CERT, INJECT_HOST_PREFIX, ENDPOINT_DISCOVERY_ENABLED,
            USE_DUALSTACK_ENDPOINT, USE_FIPS_ENDPOINT, IGNORE_CONFIGURED_ENDPOINT_URLS, DEFAULTS_MODE,
            TCP_KEEPALIVE, REQUEST_MIN_COMPRESSION_SIZE_BYTES, DISABLE_REQUEST_COMPRESSION, CLIENT_CONTEXT_PARAMS,
            SIGV4A_SIGNING_REGION_SET, REQUEST_CHECKSUM_CALCULATION, RESPONSE_CHECKSUM_VALIDATION, ACCOUNT_ID_ENDPOINT_MODE,
            AUTH_SCHEME_PREFERENCE, ENDPOINT_URL, USE_SSL, VERIFY,
            API_VERSION, CREDENTIALS, CALL_TIMEOUT, MAX_RESPONSE_HEADER_BYTES, MAX_BUFFERED_BODY_BYTES);

    private final Map<String, Object> given;

    private ClientConfig(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with nothing given
     */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /**
     * Starts from this configuration.
     *
     * @return a builder with what is given here
     */
    public Builder toBuilder() {
        return new Builder(given);
    }

    /**
     * This configuration with another's options over it; maps such as {@code s3} are replaced whole.
     *
     * @param other wins where it has an option
     * @return the merged configuration
     */
    public ClientConfig merge(ClientConfig other) {
        if (other.given.isEmpty()) {
            return this;
        }
        return given.isEmpty() ? other : new Builder(given).putAll(other.given).build();
    }

    /**
     * The options that were given.
     *
     * @return unmodifiable, by botocore's names; {@code credentials} among them print without secrets
     */
    public Map<String, Object> given() {
        return given;
    }

    /**
     * Whether an option was given.
     *
     * @param option botocore's name, for example {@code read_timeout}
     * @return true when it was given, also when its value is a default
     */
    public boolean has(String option) {
        return given.containsKey(option);
    }

    private <T> T get(String option, Class<?> type) {
        @SuppressWarnings("unchecked")
        T value = (T) type.cast(given.get(option));
        return value;
    }

    /**
     * The region.
     *
     * @return the option {@code region_name}, or null when it was not given
     */
    public String regionName() {
        return get(REGION_NAME, String.class);
    }

    /**
     * The signature version; {@link org.tucuxi.signing.Signer#UNSIGNED} for no signing.
     *
     * @return the option {@code signature_version}, or null when it was not given
     */
    public String signatureVersion() {
        return get(SIGNATURE_VERSION, String.class);
    }

    /**
     * Replaces the user agent but for the extras.
     *
     * @return the option {@code user_agent}, or null when it was not given
     */
    public String userAgent() {
        return get(USER_AGENT, String.class);
    }

    /**
     * Appended to the user agent.
     *
     * @return the option {@code user_agent_extra}, or null when it was not given
     */
    public String userAgentExtra() {
        return get(USER_AGENT_EXTRA, String.class);
    }

    /**
     * The application id in the user agent, at most 50 characters.
     *
     * @return the option {@code user_agent_appid}, or null when it was not given
     */
    public String userAgentAppid() {
        return get(USER_AGENT_APPID, String.class);
    }

    /**
     * How long connecting may take, 60 s unless given.
     *
     * @return the option {@code connect_timeout}, or null when it was not given
     */
    public Duration connectTimeout() {
        return get(CONNECT_TIMEOUT, Duration.class);
    }

    /**
     * How long the server may be silent, 60 s unless given.
     *
     * @return the option {@code read_timeout}, or null when it was not given
     */
    public Duration readTimeout() {
        return get(READ_TIMEOUT, Duration.class);
    }

    /**
     * How long a call may take in all, with its attempts and the pauses between them; no limit unless given. Tucuxi's own:
     * the reference has no such option. A profile may set it in seconds.
     *
     * @return the option {@code call_timeout}, or null when it was not given
     * @see CallOptions#timeout()
     */
    public Duration callTimeout() {
        return get(CALL_TIMEOUT, Duration.class);
    }

    /**
     * Whether parameters are validated, true unless given.
     *
     * @return the option {@code parameter_validation}, or null when it was not given
     */
    public Boolean parameterValidation() {
        return get(PARAMETER_VALIDATION, Boolean.class);
    }

    /**
     * Connections to one host, 10 unless given.
     *
     * @return the option {@code max_pool_connections}, or null when it was not given
     */
    public Integer maxPoolConnections() {
        return get(MAX_POOL_CONNECTIONS, Integer.class);
    }

    /**
     * Proxy URLs by scheme.
     *
     * @return the option {@code proxies}, or null when it was not given
     */
    public Map<String, String> proxies() {
        return get(PROXIES, Map.class);
    }

    /**
     * {@code proxy_ca_bundle}, {@code proxy_client_cert}, {@code proxy_use_forwarding_for_https}.
     *
     * @return the option {@code proxies_config}, or null when it was not given
     */
    public Map<String, Object> proxiesConfig() {
        return get(PROXIES_CONFIG, Map.class);
    }

    /**
     * S3 settings, for example {@code addressing_style}.
     *
     * @return the option {@code s3}, or null when it was not given
     */
    public Map<String, Object> s3() {
        return get(S3, Map.class);
    }

    /**
     * {@code total_max_attempts}, {@code max_attempts} (retries), {@code mode}.
     *
     * @return the option {@code retries}, or null when it was not given
     */
    public Map<String, Object> retries() {
        return get(RETRIES, Map.class);
    }

    /**
     * One PEM file with certificate and key, or two.
     *
     * @return the option {@code client_cert}, or null when it was not given
     */
    public List<Path> clientCert() {
        return get(CLIENT_CERT, List.class);
    }

    /**
     * Whether modelled host prefixes are used, true unless given.
     *
     * @return the option {@code inject_host_prefix}, or null when it was not given
     */
    public Boolean injectHostPrefix() {
        return get(INJECT_HOST_PREFIX, Boolean.class);
    }

    /**
     * {@code true}, {@code false} or {@code auto}.
     *
     * @return the option {@code endpoint_discovery_enabled}, or null when it was not given
     */
    public String endpointDiscoveryEnabled() {
        return get(ENDPOINT_DISCOVERY_ENABLED, String.class);
    }

    /**
     * Whether dual-stack endpoints are used.
     *
     * @return the option {@code use_dualstack_endpoint}, or null when it was not given
     */
    public Boolean useDualstackEndpoint() {
        return get(USE_DUALSTACK_ENDPOINT, Boolean.class);
    }

    /**
     * Whether FIPS endpoints are used.
     *
     * @return the option {@code use_fips_endpoint}, or null when it was not given
     */
    public Boolean useFipsEndpoint() {
        return get(USE_FIPS_ENDPOINT, Boolean.class);
    }

    /**
     * Whether endpoint URLs of environment and profile are ignored.
     *
     * @return the option {@code ignore_configured_endpoint_urls}, or null when it was not given
     */
    public Boolean ignoreConfiguredEndpointUrls() {
        return get(IGNORE_CONFIGURED_ENDPOINT_URLS, Boolean.class);
    }

    /**
     * The smart defaults mode.
     *
     * @return the option {@code defaults_mode}, or null when it was not given
     */
    public String defaultsMode() {
        return get(DEFAULTS_MODE, String.class);
    }

    /**
     * Whether SO_KEEPALIVE is set.
     *
     * @return the option {@code tcp_keepalive}, or null when it was not given
     */
    public Boolean tcpKeepalive() {
        return get(TCP_KEEPALIVE, Boolean.class);
    }

    /**
     * From which size bodies are compressed, 1 to 1048576.
     *
     * @return the option {@code request_min_compression_size_bytes}, or null when it was not given
     */
    public Integer requestMinCompressionSizeBytes() {
        return get(REQUEST_MIN_COMPRESSION_SIZE_BYTES, Integer.class);
    }

    /**
     * Whether bodies are never compressed.
     *
     * @return the option {@code disable_request_compression}, or null when it was not given
     */
    public Boolean disableRequestCompression() {
        return get(DISABLE_REQUEST_COMPRESSION, Boolean.class);
    }

    /**
     * Parameters of the endpoint rules.
     *
     * @return the option {@code client_context_params}, or null when it was not given
     */
    public Map<String, Object> clientContextParams() {
        return get(CLIENT_CONTEXT_PARAMS, Map.class);
    }

    /**
     * The region set of SigV4a.
     *
     * @return the option {@code sigv4a_signing_region_set}, or null when it was not given
     */
    public String sigv4aSigningRegionSet() {
        return get(SIGV4A_SIGNING_REGION_SET, String.class);
    }

    /**
     * {@code when_supported} or {@code when_required}.
     *
     * @return the option {@code request_checksum_calculation}, or null when it was not given
     */
    public String requestChecksumCalculation() {
        return get(REQUEST_CHECKSUM_CALCULATION, String.class);
    }

    /**
     * {@code when_supported} or {@code when_required}.
     *
     * @return the option {@code response_checksum_validation}, or null when it was not given
     */
    public String responseChecksumValidation() {
        return get(RESPONSE_CHECKSUM_VALIDATION, String.class);
    }

    /**
     * {@code preferred}, {@code disabled} or {@code required}.
     *
     * @return the option {@code account_id_endpoint_mode}, or null when it was not given
     */
    public String accountIdEndpointMode() {
        return get(ACCOUNT_ID_ENDPOINT_MODE, String.class);
    }

    /**
     * Comma-separated scheme names.
     *
     * @return the option {@code auth_scheme_preference}, or null when it was not given
     */
    public String authSchemePreference() {
        return get(AUTH_SCHEME_PREFERENCE, String.class);
    }

    /**
     * The endpoint instead of what the rules say.
     *
     * @return the option {@code endpoint_url}, or null when it was not given
     */
    public String endpointUrl() {
        return get(ENDPOINT_URL, String.class);
    }

    /**
     * Whether https is used, true unless given.
     *
     * @return the option {@code use_ssl}, or null when it was not given
     */
    public Boolean useSsl() {
        return get(USE_SSL, Boolean.class);
    }

    /**
     * False for no certificate check; a {@link Path} or String names a file of trusted certificates.
     *
     * @return the option {@code verify}, or null when it was not given
     */
    public Object verify() {
        return get(VERIFY, Object.class);
    }

    /**
     * The API version of the model, the newest unless given.
     *
     * @return the option {@code api_version}, or null when it was not given
     */
    public String apiVersion() {
        return get(API_VERSION, String.class);
    }

    /**
     * Credentials of this client only.
     *
     * @return the option {@code credentials}, or null when it was not given
     */
    public Credentials credentials() {
        return get(CREDENTIALS, Credentials.class);
    }

    /**
     * Limit for response headers, 64 KiB unless given.
     *
     * @return the option {@code max_response_header_bytes}, or null when it was not given
     */
    public Integer maxResponseHeaderBytes() {
        return get(MAX_RESPONSE_HEADER_BYTES, Integer.class);
    }

    /**
     * Limit for a response body that is read into memory, 256 MiB unless given.
     *
     * @return the option {@code max_buffered_body_bytes}, or null when it was not given
     */
    public Long maxBufferedBodyBytes() {
        return get(MAX_BUFFERED_BODY_BYTES, Long.class);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientConfig that && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return given.hashCode();
    }

    /** Shows the names of the options that were given; proxy URLs and credentials may hold secrets. */
    @Override
    public String toString() {
        return "ClientConfig" + given.keySet();
    }

    /** Collects options. */
    public static final class Builder {

        private final Map<String, Object> options;

        private Builder(Map<String, Object> options) {
            this.options = new LinkedHashMap<>(options);
        }

        /**
         * Sets an option by botocore's name.
         *
         * @param option for example {@code read_timeout}
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException when there is no such option
         */
        public Builder option(String option, Object value) {
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException("Got unexpected keyword argument '" + option + "'; the options are "
                        + OPTIONS.stream().sorted().toList());
            }
            options.put(option, value instanceof Map<?, ?> map ? Collections.unmodifiableMap(new LinkedHashMap<>(map))
                    : value instanceof List<?> list ? List.copyOf(list) : value);
            return this;
        }

        private Builder putAll(Map<String, Object> more) {
            options.putAll(more);
            return this;
        }

        private Builder set(String option, Object value) {
            return option(option, Objects.requireNonNull(value, option));
        }

        /**
         * Sets the region.
         *
         * @param value the option {@code region_name}
         * @return this builder
         */
        public Builder regionName(String value) {
            return set(REGION_NAME, value);
        }

        /**
         * Sets the signature version; {@link org.tucuxi.signing.Signer#UNSIGNED} for no signing.
         *
         * @param value the option {@code signature_version}
         * @return this builder
         */
        public Builder signatureVersion(String value) {
            return set(SIGNATURE_VERSION, value);
        }

        /**
         * Sets replaces the user agent but for the extras.
         *
         * @param value the option {@code user_agent}
         * @return this builder
         */
        public Builder userAgent(String value) {
            return set(USER_AGENT, value);
        }

        /**
         * Sets appended to the user agent.
         *
         * @param value the option {@code user_agent_extra}
         * @return this builder
         */
        public Builder userAgentExtra(String value) {
            return set(USER_AGENT_EXTRA, value);
        }

        /**
         * Sets the application id in the user agent, at most 50 characters.
         *
         * @param value the option {@code user_agent_appid}
         * @return this builder
         */
        public Builder userAgentAppid(String value) {
            return set(USER_AGENT_APPID, value);
        }

        /**
         * Sets how long connecting may take, 60 s unless given.
         *
         * @param value the option {@code connect_timeout}
         * @return this builder
         */
        public Builder connectTimeout(Duration value) {
            return set(CONNECT_TIMEOUT, value);
        }

        /**
         * Sets how long the server may be silent, 60 s unless given.
         *
         * @param value the option {@code read_timeout}
         * @return this builder
         */
        public Builder readTimeout(Duration value) {
            return set(READ_TIMEOUT, value);
        }

        /**
         * Sets how long a call may take in all, with its attempts and the pauses between them; no limit unless given. When
         * the time has passed, the call fails with {@link CallTimeoutException}. Reading a streaming body comes after the
         * call and is not limited. Tucuxi's own.
         *
         * @param value the option {@code call_timeout}, longer than zero
         * @return this builder
         */
        public Builder callTimeout(Duration value) {
            return set(CALL_TIMEOUT, value);
        }

        /**
         * Sets whether parameters are validated, true unless given.
         *
         * @param value the option {@code parameter_validation}
         * @return this builder
         */
        public Builder parameterValidation(Boolean value) {
            return set(PARAMETER_VALIDATION, value);
        }

        /**
         * Sets connections to one host, 10 unless given.
         *
         * @param value the option {@code max_pool_connections}
         * @return this builder
         */
        public Builder maxPoolConnections(Integer value) {
            return set(MAX_POOL_CONNECTIONS, value);
        }

        /**
         * Sets proxy URLs by scheme.
         *
         * @param value the option {@code proxies}
         * @return this builder
         */
        public Builder proxies(Map<String, String> value) {
            return set(PROXIES, value);
        }

        /**
         * Sets {@code proxy_ca_bundle}, {@code proxy_client_cert}, {@code proxy_use_forwarding_for_https}.
         *
         * @param value the option {@code proxies_config}
         * @return this builder
         */
        public Builder proxiesConfig(Map<String, ?> value) {
            return set(PROXIES_CONFIG, value);
        }

        /**
         * Sets S3 settings, for example {@code addressing_style}.
         *
         * @param value the option {@code s3}
         * @return this builder
         */
        public Builder s3(Map<String, ?> value) {
            return set(S3, value);
        }

        /**
         * Sets {@code total_max_attempts}, {@code max_attempts} (retries), {@code mode}.
         *
         * @param value the option {@code retries}
         * @return this builder
         */
        public Builder retries(Map<String, ?> value) {
            return set(RETRIES, value);
        }

        /**
         * Sets one PEM file with certificate and key, or two.
         *
         * @param value the option {@code client_cert}
         * @return this builder
         */
        public Builder clientCert(List<Path> value) {
            return set(CLIENT_CERT, value);
        }

        /**
         * Sets whether modelled host prefixes are used, true unless given.
         *
         * @param value the option {@code inject_host_prefix}
         * @return this builder
         */
        public Builder injectHostPrefix(Boolean value) {
            return set(INJECT_HOST_PREFIX, value);
        }

        /**
         * Sets {@code true}, {@code false} or {@code auto}.
         *
         * @param value the option {@code endpoint_discovery_enabled}
         * @return this builder
         */
        public Builder endpointDiscoveryEnabled(String value) {
            return set(ENDPOINT_DISCOVERY_ENABLED, value);
        }

        /**
         * Sets whether dual-stack endpoints are used.
         *
         * @param value the option {@code use_dualstack_endpoint}
         * @return this builder
         */
        public Builder useDualstackEndpoint(Boolean value) {
            return set(USE_DUALSTACK_ENDPOINT, value);
        }

        /**
         * Sets whether FIPS endpoints are used.
         *
         * @param value the option {@code use_fips_endpoint}
         * @return this builder
         */
        public Builder useFipsEndpoint(Boolean value) {
            return set(USE_FIPS_ENDPOINT, value);
        }

        /**
         * Sets whether endpoint URLs of environment and profile are ignored.
         *
         * @param value the option {@code ignore_configured_endpoint_urls}
         * @return this builder
         */
        public Builder ignoreConfiguredEndpointUrls(Boolean value) {
            return set(IGNORE_CONFIGURED_ENDPOINT_URLS, value);
        }

        /**
         * Sets the smart defaults mode.
         *
         * @param value the option {@code defaults_mode}
         * @return this builder
         */
        public Builder defaultsMode(String value) {
            return set(DEFAULTS_MODE, value);
        }

        /**
         * Sets whether SO_KEEPALIVE is set.
         *
         * @param value the option {@code tcp_keepalive}
         * @return this builder
         */
        public Builder tcpKeepalive(Boolean value) {
            return set(TCP_KEEPALIVE, value);
        }

        /**
         * Sets from which size bodies are compressed, 1 to 1048576.
         *
         * @param value the option {@code request_min_compression_size_bytes}
         * @return this builder
         */
        public Builder requestMinCompressionSizeBytes(Integer value) {
            return set(REQUEST_MIN_COMPRESSION_SIZE_BYTES, value);
        }

        /**
         * Sets whether bodies are never compressed.
         *
         * @param value the option {@code disable_request_compression}
         * @return this builder
         */
        public Builder disableRequestCompression(Boolean value) {
            return set(DISABLE_REQUEST_COMPRESSION, value);
        }

        /**
         * Sets parameters of the endpoint rules.
         *
         * @param value the option {@code client_context_params}
         * @return this builder
         */
        public Builder clientContextParams(Map<String, ?> value) {
            return set(CLIENT_CONTEXT_PARAMS, value);
        }

        /**
         * Sets the region set of SigV4a.
         *
         * @param value the option {@code sigv4a_signing_region_set}
         * @return this builder
         */
        public Builder sigv4aSigningRegionSet(String value) {
            return set(SIGV4A_SIGNING_REGION_SET, value);
        }

        /**
         * Sets {@code when_supported} or {@code when_required}.
         *
         * @param value the option {@code request_checksum_calculation}
         * @return this builder
         */
        public Builder requestChecksumCalculation(String value) {
            return set(REQUEST_CHECKSUM_CALCULATION, value);
        }

        /**
         * Sets {@code when_supported} or {@code when_required}.
         *
         * @param value the option {@code response_checksum_validation}
         * @return this builder
         */
        public Builder responseChecksumValidation(String value) {
            return set(RESPONSE_CHECKSUM_VALIDATION, value);
        }

        /**
         * Sets {@code preferred}, {@code disabled} or {@code required}.
         *
         * @param value the option {@code account_id_endpoint_mode}
         * @return this builder
         */
        public Builder accountIdEndpointMode(String value) {
            return set(ACCOUNT_ID_ENDPOINT_MODE, value);
        }

        /**
         * Sets comma-separated scheme names.
         *
         * @param value the option {@code auth_scheme_preference}
         * @return this builder
         */
        public Builder authSchemePreference(String value) {
            return set(AUTH_SCHEME_PREFERENCE, value);
        }

        /**
         * Sets the endpoint instead of what the rules say.
         *
         * @param value the option {@code endpoint_url}
         * @return this builder
         */
        public Builder endpointUrl(String value) {
            return set(ENDPOINT_URL, value);
        }

        /**
         * Sets whether https is used, true unless given.
         *
         * @param value the option {@code use_ssl}
         * @return this builder
         */
        public Builder useSsl(Boolean value) {
            return set(USE_SSL, value);
        }

        /**
         * Sets false for no certificate check; a {@link Path} or String names a file of trusted certificates.
         *
         * @param value the option {@code verify}
         * @return this builder
         */
        public Builder verify(Object value) {
            return set(VERIFY, value);
        }

        /**
         * Sets the API version of the model, the newest unless given.
         *
         * @param value the option {@code api_version}
         * @return this builder
         */
        public Builder apiVersion(String value) {
            return set(API_VERSION, value);
        }

        /**
         * Sets credentials of this client only.
         *
         * @param value the option {@code credentials}
         * @return this builder
         */
        public Builder credentials(Credentials value) {
            return set(CREDENTIALS, value);
        }

        /**
         * Sets limit for response headers, 64 KiB unless given.
         *
         * @param value the option {@code max_response_header_bytes}
         * @return this builder
         */
        public Builder maxResponseHeaderBytes(Integer value) {
            return set(MAX_RESPONSE_HEADER_BYTES, value);
        }

        /**
         * Sets limit for a response body that is read into memory, 256 MiB unless given.
         *
         * @param value the option {@code max_buffered_body_bytes}
         * @return this builder
         */
        public Builder maxBufferedBodyBytes(Long value) {
            return set(MAX_BUFFERED_BODY_BYTES, value);
        }

        /**
         * Makes the configuration.
         *
         * @return immutable
         * @throws IllegalArgumentException when a value is of the wrong type or out of its range
         */
        public ClientConfig build() {
            ClientConfig config = new ClientConfig(Collections.unmodifiableMap(new LinkedHashMap<>(options)));
            ClientConfigChecks.check(config);
            return config;
        }
    }
}
