package org.tucuxi.credentials.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialResolverFactory;

/** Knows the provider services that are there, and makes chains that follow them. */
@Component
public final class InstalledProviders implements CredentialResolverFactory {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledProviders.class);

    /** Guarded by itself; chains read only the ordered copy. */
    private final Map<CredentialProvider, InstalledProvider> installed = new IdentityHashMap<>();
    private volatile List<Slot> slots = ChainOrder.of(List.of());

    /** For the component runtime. */
    @Activate
    public InstalledProviders() {
    }

    @Override
    public CredentialResolver create(Configuration configuration) {
        return new ProviderChain(() -> slots, configuration);
    }

    @Override
    public CredentialResolver create(Configuration configuration, Predicate<CredentialProvider> wanted) {
        return new ProviderChain(() -> slots.stream()
                .filter(slot -> wanted.test(slot.provider() != null ? slot.provider() : new Absent(slot.name())))
                .toList(), configuration);
    }

    /** Stands for a provider that is not installed where somebody chooses: what is chosen and wanted is then missed. */
    private record Absent(String name) implements CredentialProvider {

        @Override
        public CredentialAnswer load(Configuration configuration) {
            return CredentialAnswer.none("it is not installed");
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, updated = "updatedProvider")
    void bindProvider(CredentialProvider provider, Map<String, Object> properties) {
        String name = nameOf(provider);
        if (name == null) {
            return;
        }
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : 0;
        Object after = properties.get(CredentialProvider.CREDENTIAL_AFTER);
        InstalledProvider one =
                new InstalledProvider(name, provider, after instanceof String text ? text : null, ranking, id);
        synchronized (installed) {
            installed.put(provider, one);
            order();
        }
    }

    void updatedProvider(CredentialProvider provider, Map<String, Object> properties) {
        bindProvider(provider, properties);
    }

    void unbindProvider(CredentialProvider provider) {
        synchronized (installed) {
            installed.remove(provider);
            order();
        }
    }

    private void order() {
        slots = ChainOrder.of(new ArrayList<>(installed.values()));
    }

    /** A stranger's code: when it cannot even say its name it must not take the chains of all sessions down. */
    private static String nameOf(CredentialProvider provider) {
        try {
            String name = provider.name();
            if (name != null && !name.isBlank()) {
                return name;
            }
            LOG.warn("{} has no name and is left out of all credential chains", provider.getClass().getName());
        } catch (RuntimeException e) {
            LOG.warn("{} cannot say its name and is left out of all credential chains: {}",
                    provider.getClass().getName(), e.toString());
        }
        return null;
    }
}
