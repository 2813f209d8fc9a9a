package org.tucuxi.signing.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory;
import org.tucuxi.signing.Signer;

/**
 * Makes the signers of clients; all of them see the same algorithms, live. Without those of this bundle there is no
 * factory: while the bundle comes or goes it is there as a whole or not at all.
 */
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

    @Reference(name = "v4", target = "(" + Signer.SIGNATURE_VERSION + "=v4)")
    void needV4(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "v4a", target = "(" + Signer.SIGNATURE_VERSION + "=v4a)")
    void needV4a(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "bearer", target = "(" + Signer.SIGNATURE_VERSION + "=bearer)")
    void needBearer(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "query", target = "(" + Signer.SIGNATURE_VERSION + "=v4-query)")
    void needQuery(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "s3v4aQuery", target = "(" + Signer.SIGNATURE_VERSION + "=s3v4a-query)")
    void needV4aQuery(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "post", target = "(" + Signer.SIGNATURE_VERSION + "=s3v4-presign-post)")
    void needPost(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "s3", target = "(" + Signer.SIGNATURE_VERSION + "=s3)")
    void needS3(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "v2", target = "(" + Signer.SIGNATURE_VERSION + "=v2)")
    void needV2(Signer signer) {
        // its presence is what counts
    }

    @Reference(name = "v3", target = "(" + Signer.SIGNATURE_VERSION + "=v3)")
    void needV3(Signer signer) {
        // its presence is what counts
    }

    /** Calls in flight go on with what they have. */
    @Deactivate
    void deactivate() {
        signers.keep();
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
