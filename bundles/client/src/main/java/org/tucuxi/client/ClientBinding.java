package org.tucuxi.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.InvalidRegionException;
import org.tucuxi.client.EndpointDefaults.Question;
import org.tucuxi.client.checksum.BodySettings;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.endpoint.RegionCatalog.Variant;
import org.tucuxi.event.Emitter;
import org.tucuxi.http.HttpSession;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.retry.RetryMode;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory;
import org.tucuxi.signing.Signer;

/**
 * A client's connection to one view of the platform: everything that has to be worked out again when a part or the service's
 * model is replaced. Immutable but for the operations that it remembers.
 */
final class ClientBinding {

    /** The client that this belongs to. */
    final LiveClient owner;
    final Parts parts;
    final SharedService service;
    final CodecSettings codecSettings;
    final ClientConfig config;
    /** The names of the options that code gave, for handlers that tell code from profile and environment. */
    final Set<String> givenOptions;
    final EndpointDefaults endpoint;
    final Map<String, Object> builtIns;
    final Map<String, Object> clientContext;
    final RequestSigner signer;
    final ClientToken token;
    final HttpSession http;
    final UserAgent userAgent;
    final Set<String> features;
    final String retryMode;
    final int totalMaxAttempts;
    /** How long a call may take, or null. */
    final Duration callTimeout;
    final boolean validates;
    final boolean injectsHostPrefix;
    final boolean secure;
    final String endpointUrl;
    /** The signature version that the user asked for, or null when it was worked out. */
    final String configuredSignatureVersion;
    final List<String> authSchemePreference;
    /** Whether endpoints are discovered, as it is configured; null for a client that was told its endpoint. */
    final Object endpointDiscovery;
    /** What the credentials that signed last say of where they are from. */
    private volatile Set<String> credentialFeatures = Set.of();
    private final AtomicInteger users = new AtomicInteger();
    private volatile boolean retired;
    private volatile Runnable afterLastCall;

    ClientBinding(LiveClient owner, LiveSession session, Parts parts, SharedService service, ClientConfig given, Emitter events,
            CodecSettings codecSettings) {
        String region = given.regionName() != null ? given.regionName() : session.configuration().text("region");
        checkRegion(region);
        Configuration configuration = session.configuration().withDefaultsMode(
                given.defaultsMode() != null ? given.defaultsMode() : session.configuration().text("defaults_mode"),
                region);
        ServiceModel model = service.model;
        this.owner = owner;
        this.parts = parts;
        this.service = service;
        this.codecSettings = codecSettings;
        this.givenOptions = given.given().keySet();
        this.endpointUrl = endpointUrl(given, configuration, model);
        this.secure = !Boolean.FALSE.equals(given.useSsl());
        Map<String, Object> s3 = s3(given, configuration);
        Question question = question(given, configuration, model, region, s3);
        this.endpoint = EndpointDefaults.resolve(parts.regions, question);
        this.configuredSignatureVersion = configuredSignatureVersion(given, configuration, model);
        String signatureVersion = signatureVersion(model);
        RetrySettings retries = RetrySettings.of(given, configuration, parts.retryModes.keySet());
        this.retryMode = retries.mode();
        this.totalMaxAttempts = retries.totalMaxAttempts();
        this.callTimeout = CallTimeouts.of(given, configuration);
        this.endpointDiscovery = given.endpointUrl() != null ? null : endpointDiscovery(given, configuration);
        this.userAgent = UserAgent.of(given, configuration, retryMode);
        this.authSchemePreference = authSchemePreference(given, configuration);
        this.config = finalConfig(given, configuration, s3, signatureVersion, retries);
        Credentials explicit = given.credentials() != null ? given.credentials() : session.givenCredentials();
        // A client that is told not to sign has none, also where an operation's scheme is signed all the same.
        Supplier<Credentials> credentials = Signer.UNSIGNED.equals(given.signatureVersion()) ? () -> null
                : () -> noted(explicit != null ? explicit : session.credentials().orElse(null));
        if (explicit != null && !Signer.UNSIGNED.equals(given.signatureVersion())) {
            // Known without a search, so also requests tell it that are not signed, as the reference's do.
            noted(explicit);
        }
        this.token = new ClientToken(session, model.signingName());
        this.signer = parts.signers.create(new RequestSignerFactory.Settings(events, service.sid,
                endpoint.signingRegion(), endpoint.signingName(), signatureVersion, credentials, token));
        this.builtIns = BuiltIns.of(question, endpoint, accountIdMode(given, configuration, signatureVersion),
                s3.getOrDefault("disable_s3_express_session_auth",
                        configuration.get("s3_disable_express_session_auth")),
                () -> accountId(credentials.get()));
        this.clientContext = clientContext(given, s3, model);
        this.features = features();
        this.validates = validates(given, configuration);
        this.injectsHostPrefix = given.injectHostPrefix() != null ? given.injectHostPrefix()
                : !Boolean.TRUE.equals(configuration.flag("disable_host_prefix_injection"));
        // Last: whatever fails above leaves no connections behind.
        this.http = parts.transport.open(TransportSettings.of(given, configuration));
    }

    private static Object endpointDiscovery(ClientConfig given, Configuration configuration) {
        Object configured = given.endpointDiscoveryEnabled() != null ? given.endpointDiscoveryEnabled()
                : configuration.get("endpoint_discovery_enabled");
        return configured == null ? "auto" : configured;
    }

    private Credentials noted(Credentials credentials) {
        if (credentials != null && !credentials.features().equals(credentialFeatures)) {
            credentialFeatures = credentials.features();
        }
        return credentials;
    }

    /** The features of the credentials that the client uses: none before they were asked for. */
    Set<String> credentialFeatures() {
        return credentialFeatures;
    }

    private static Map<String, Object> s3(ClientConfig given, Configuration configuration) {
        Map<String, Object> s3 = new LinkedHashMap<>(configuration.section("s3"));
        if (given.s3() != null) {
            s3.putAll(given.s3());
        }
        return s3;
    }

    private static String accountId(Credentials credentials) {
        return credentials == null ? null : credentials.freeze().accountId();
    }

    /** Code can only switch validation off; a profile's value is a text of which everything but "true" means off. */
    static boolean validates(ClientConfig given, Configuration configuration) {
        if (Boolean.FALSE.equals(given.parameterValidation())) {
            return false;
        }
        Object configured = configuration.get("parameter_validation");
        return configured == null || BuiltIns.isTrue(configured);
    }

    private static List<String> authSchemePreference(ClientConfig given, Configuration configuration) {
        String preference = given.authSchemePreference() != null ? given.authSchemePreference()
                : configuration.text("auth_scheme_preference");
        return preference == null ? List.of() : Arrays.stream(preference.replaceAll("[ \t]", "").split(","))
                .filter(name -> !name.isEmpty()).toList();
    }

    private static String endpointUrl(ClientConfig given, Configuration configuration, ServiceModel model) {
        if (given.endpointUrl() != null) {
            return Urls.checked(given.endpointUrl());
        }
        return configuration.endpointUrl(model.serviceName(), model.serviceId(), given.ignoreConfiguredEndpointUrls())
                .map(Urls::checked).orElse(null);
    }

    private Question question(ClientConfig given, Configuration configuration, ServiceModel model, String asked,
            Map<String, Object> s3) {
        String region = asked;
        boolean fips = flag(given.useFipsEndpoint(), configuration.flag("use_fips_endpoint"));
        boolean dualstack = flag(given.useDualstackEndpoint(), configuration.flag("use_dualstack_endpoint"));
        if (region != null) {
            // A FIPS pseudo region, as old configurations have it, means the region and the switch.
            String plain = region.replace("fips-", "").replace("-fips", "");
            fips |= !plain.equals(region);
            region = plain;
        }
        boolean isS3 = model.endpointPrefix().equals("s3") || model.endpointPrefix().equals("s3-control");
        if (isS3) {
            // In code S3's own setting counts either way, in a profile it can only switch on.
            Object inCode = given.s3() == null ? null : given.s3().get("use_dualstack_endpoint");
            dualstack = inCode != null ? BuiltIns.isTrue(inCode)
                    : dualstack || BuiltIns.isTrue(s3.get("use_dualstack_endpoint"));
        }
        return new Question(model, region, endpointUrl, secure, dualstack, fips, s3,
                configuration.text("sts_regional_endpoints"));
    }

    private static void checkRegion(String region) {
        if (region != null && !region.isEmpty() && (!Urls.isLabel(region) || isDigits(region))) {
            throw new InvalidRegionException("Provided region_name '" + region + "' doesn't match a supported format:"
                    + " it must be letters, digits and hyphens, as in eu-central-1");
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean flag(Boolean given, Boolean configured) {
        return given != null ? given : Boolean.TRUE.equals(configured);
    }

    private static String configuredSignatureVersion(ClientConfig given, Configuration configuration, ServiceModel model) {
        if (given.signatureVersion() != null) {
            return given.signatureVersion();
        }
        return configuration.scopedConfig().get(model.endpointPrefix()) instanceof Map<?, ?> section
                && section.get("signature_version") != null ? section.get("signature_version").toString() : null;
    }

    private String signatureVersion(ServiceModel model) {
        if (configuredSignatureVersion != null) {
            return configuredSignatureVersion;
        }
        if (model.endpointPrefix().equals("s3") || model.endpointPrefix().equals("s3-control")) {
            return "s3v4";
        }
        if (model.metadata().get("auth") instanceof List<?> traits && !traits.isEmpty()) {
            String version = AuthSchemes.ofModel(traits, parts.signers.signatureVersions(), model.serviceName());
            return version.equals("none") ? Signer.UNSIGNED : version;
        }
        Object version = model.metadata().get("signatureVersion");
        return version == null ? "v4" : version.toString();
    }

    private static String accountIdMode(ClientConfig given, Configuration configuration, String signatureVersion) {
        if (Signer.UNSIGNED.equals(signatureVersion)) {
            return "disabled";
        }
        String mode = given.accountIdEndpointMode() != null ? given.accountIdEndpointMode()
                : configuration.text("account_id_endpoint_mode");
        String lower = mode == null ? "preferred" : mode.toLowerCase(Locale.ROOT);
        if (!List.of("preferred", "disabled", "required").contains(lower)) {
            throw new InvalidConfigException("account_id_endpoint_mode must be preferred, disabled or required, not " + mode);
        }
        return lower;
    }

    private static Map<String, Object> clientContext(ClientConfig given, Map<String, Object> s3, ServiceModel model) {
        Map<String, Object> context = new LinkedHashMap<>();
        if (given.clientContextParams() != null) {
            context.putAll(given.clientContextParams());
        }
        if (model.endpointPrefix().equals("s3") || model.endpointPrefix().equals("s3-control")) {
            context.putAll(s3);
        }
        return context;
    }

    private ClientConfig finalConfig(ClientConfig given, Configuration configuration, Map<String, Object> s3,
            String signatureVersion, RetrySettings retries) {
        ClientConfig.Builder builder = ClientConfig.builder();
        given.given().forEach((option, value) -> {
            if (!NOT_CARRIED.contains(option)) {
                builder.option(option, value);
            }
        });
        builder.option("region_name", endpoint.region());
        builder.option("signature_version", signatureVersion);
        if (!authSchemePreference.isEmpty()) {
            builder.option("auth_scheme_preference", String.join(",", authSchemePreference));
        }
        if (given.sigv4aSigningRegionSet() == null && configuration.text("sigv4a_signing_region_set") != null) {
            builder.option("sigv4a_signing_region_set", configuration.text("sigv4a_signing_region_set"));
        }
        builder.option("connect_timeout", TransportSettings.connectTimeout(given, configuration));
        builder.option("read_timeout", TransportSettings.readTimeout(given));
        if (callTimeout != null) {
            builder.option("call_timeout", callTimeout);
        }
        if (!s3.isEmpty()) {
            builder.option("s3", s3);
        }
        BodySettings.complete(builder, given, configuration);
        builder.option("retries", retries.options());
        builder.option("user_agent", userAgent.with(List.of()));
        builder.option("use_dualstack_endpoint", endpoint.variants().contains(Variant.DUALSTACK));
        builder.option("use_fips_endpoint", endpoint.variants().contains(Variant.FIPS));
        return builder.build();
    }

    private static final Set<String> NOT_CARRIED = Set.of("credentials", "parameter_validation",
            "endpoint_discovery_enabled", "ignore_configured_endpoint_urls", "defaults_mode", "endpoint_url", "use_ssl",
            "verify", "api_version", "retries", "user_agent");

    private Set<String> features() {
        Set<String> result = new LinkedHashSet<>(4);
        switch (retryMode) {
            case "legacy" -> result.add("D");
            case "standard" -> result.add("E");
            case "adaptive" -> result.add("F");
            default -> { }
        }
        if (endpointUrl != null) {
            result.add("N");
        }
        result.addAll(BodySettings.features(config));
        return result;
    }

    /** Begins a call; false when the binding was replaced. */
    boolean enter() {
        users.getAndIncrement();
        if (retired) {
            leave();
            return false;
        }
        return true;
    }

    /** Ends a call. The last one gives up the connections of a binding that was replaced. */
    void leave() {
        if (users.decrementAndGet() == 0 && retired) {
            giveUp();
        }
    }

    /** How many calls use the binding now. */
    int users() {
        return users.get();
    }

    /** Lets no call begin any more; those in flight keep their connections to their end. */
    void retire() {
        retire(() -> { });
    }

    /** Likewise, with something to do when the last call has ended. */
    void retire(Runnable last) {
        afterLastCall = last;
        retired = true;
        if (users.get() == 0) {
            giveUp();
        }
    }

    private void giveUp() {
        // Bodies that are still being read have their time, too.
        http.retire();
        afterLastCall.run();
    }

    RetryMode retries() {
        return parts.retryModes.get(retryMode);
    }
}
