package org.tucuxi.signing.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory;
import org.tucuxi.signing.Signer;

/** Makes the signers of clients; all of them see the same algorithms, live. Without one there is no factory. */
@Component(service = RequestSignerFactory.class)
public final class ClientSignerFactory implements RequestSignerFactory {

    private final Signers signers = new Signers();
    private final List<EventHandler<ChooseSigner, String>> rules =
            List.of(new ChooseByOperation(), new ChooseByPreference(this));

    @Override
    public RequestSigner create(Settings settings) {
        return new ClientSigner(settings, signers, rules);
    }

    @Override
    public Set<String> signatureVersions() {
        return signers.versions();
    }

    /**
     * Adds an algorithm.
     *
     * @param signer the algorithm
     * @param properties its service properties
     */
    @Reference(name = "signer", service = Signer.class, cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, updated = "updatedSigner")
    public void bindSigner(Signer signer, Map<String, Object> properties) {
        signers.put(signer, properties);
    }

    /**
     * Takes note of an algorithm's new properties.
     *
     * @param signer the algorithm
     * @param properties its service properties
     */
    public void updatedSigner(Signer signer, Map<String, Object> properties) {
        signers.put(signer, properties);
    }

    /**
     * Removes an algorithm.
     *
     * @param signer the algorithm
     */
    public void unbindSigner(Signer signer) {
        signers.remove(signer);
    }
}
