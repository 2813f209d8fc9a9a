package org.tucuxi.credentials.internal.tokens;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
import org.tucuxi.credentials.TokenProvider;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.credentials.TokenResolverFactory;

/** Knows the token provider services that are there, and makes chains that follow them. */
@Component
public final class InstalledTokenProviders implements TokenResolverFactory {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledTokenProviders.class);

    /** Guarded by itself; chains read only the ordered copy. */
    private final Map<TokenProvider, InstalledTokenProvider> installed = new IdentityHashMap<>();
    private volatile List<TokenSlot> slots = TokenSlot.inOrder(List.of());

    /** For the component runtime. */
    @Activate
    public InstalledTokenProviders() {
    }

    @Override
    public TokenResolver create(Configuration configuration) {
        return new TokenChain(() -> slots, configuration);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, updated = "updatedProvider")
    void bindProvider(TokenProvider provider, Map<String, Object> properties) {
        String name = nameOf(provider);
        if (name == null) {
            return;
        }
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : 0;
        synchronized (installed) {
            installed.put(provider, new InstalledTokenProvider(name, provider, ranking, id));
            slots = TokenSlot.inOrder(installed.values());
        }
    }

    void updatedProvider(TokenProvider provider, Map<String, Object> properties) {
        bindProvider(provider, properties);
    }

    void unbindProvider(TokenProvider provider) {
        synchronized (installed) {
            installed.remove(provider);
            slots = TokenSlot.inOrder(installed.values());
        }
    }

    /** A stranger's code: when it cannot even say its name it must not take the chains of all sessions down. */
    private static String nameOf(TokenProvider provider) {
        try {
            String name = provider.name();
            if (name != null && !name.isBlank()) {
                return name;
            }
            LOG.warn("{} has no name and is left out of all token chains", provider.getClass().getName());
        } catch (RuntimeException e) {
            LOG.warn("{} cannot say its name and is left out of all token chains: {}", provider.getClass().getName(),
                    e.toString());
        }
        return null;
    }
}
