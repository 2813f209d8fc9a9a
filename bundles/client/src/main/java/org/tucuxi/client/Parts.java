package org.tucuxi.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.credentials.TokenResolverFactory;
import org.tucuxi.endpoint.EndpointRules;
import org.tucuxi.endpoint.RegionCatalog;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.http.HttpTransport;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelLoader;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.retry.RetryMode;
import org.tucuxi.signing.RequestSignerFactory;

/**
 * The parts of the platform as they are at one moment. A part that comes or goes makes a new instance, so that whoever holds
 * one has a consistent view, and whoever compares two sees a change by identity.
 */
final class Parts {

    final EmitterFactory emitters;
    final ModelLoader models;
    final ConfigurationFactory configurations;
    final CredentialResolverFactory credentials;
    /** Not a necessary part: null means that there are no tokens. */
    final TokenResolverFactory tokens;
    final EndpointRules rules;
    final RegionCatalog regions;
    final RequestSignerFactory signers;
    final HttpTransport transport;
    final Map<String, Protocol> protocols;
    final Map<String, RetryMode> retryModes;
    private final List<String> missing;
    private final Map<LoadedService, SharedService> shared = new ConcurrentHashMap<>();

    Parts(EmitterFactory emitters, ModelLoader models, ConfigurationFactory configurations,
            CredentialResolverFactory credentials, TokenResolverFactory tokens, EndpointRules rules,
            RegionCatalog regions, RequestSignerFactory signers, HttpTransport transport,
            Map<String, Protocol> protocols, Map<String, RetryMode> retryModes) {
        this.emitters = emitters;
        this.models = models;
        this.configurations = configurations;
        this.credentials = credentials;
        this.tokens = tokens;
        this.rules = rules;
        this.regions = regions;
        this.signers = signers;
        this.transport = transport;
        this.protocols = Map.copyOf(protocols);
        this.retryModes = Map.copyOf(retryModes);
        List<String> absent = new ArrayList<>();
        check(absent, emitters, "the emitter", "org.tucuxi.emitter");
        check(absent, models, "the model loader", "org.tucuxi.models");
        check(absent, configurations, "the configuration", "org.tucuxi.config");
        check(absent, credentials, "the credential chain", "org.tucuxi.credentials");
        check(absent, rules, "the endpoint rules", "org.tucuxi.endpoints");
        check(absent, regions, "the regions", "org.tucuxi.endpoints");
        check(absent, signers, "signing", "org.tucuxi.signing");
        check(absent, transport, "the HTTP transport", "org.tucuxi.transport");
        check(absent, protocols.isEmpty() ? null : protocols, "any protocol", "org.tucuxi.protocols");
        check(absent, retryModes.isEmpty() ? null : retryModes, "any retry mode", "org.tucuxi.retries");
        this.missing = List.copyOf(absent);
    }

    private static void check(List<String> absent, Object part, String what, String bundle) {
        if (part == null) {
            absent.add(what + " (bundle " + bundle + ")");
        }
    }

    /** One line for each missing part. */
    List<String> missing() {
        return missing;
    }

    /** These parts, or the error that names what is missing. */
    Parts required() {
        if (!missing.isEmpty()) {
            throw new UnsatisfiedException("Tucuxi is not complete: missing " + String.join(", ", missing)
                    + ". Install and start what is named, or see tucuxi:missing");
        }
        return this;
    }

    /** What all clients of a service share under these parts. */
    SharedService share(LoadedService service) {
        SharedService known = shared.get(service);
        return known != null ? known : shared.computeIfAbsent(service, s -> new SharedService(this, s));
    }

    /** Forgets a service that was replaced. */
    void forget(LoadedService service) {
        shared.remove(service);
    }
}
