package org.tucuxi.models;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelLoader;

/** The model loader of a framework. */
@Component(name = "org.tucuxi.models", service = ModelLoader.class)
public final class ModelLoaderComponent implements ModelLoader {

    /** Framework property: how long unbinding waits for calls in flight, in milliseconds. */
    static final String DRAIN_TIMEOUT = "tucuxi.service.drain.timeout";
    /**
     * Framework property: how long a caller waits for a bundle that is just starting or being replaced, in
     * milliseconds.
     */
    static final String WAIT = "tucuxi.service.wait";

    private static final Logger LOG = LoggerFactory.getLogger(ModelLoaderComponent.class);
    private static final long DEFAULT_DRAIN_MILLIS = 10_000;
    private static final long DEFAULT_WAIT_MILLIS = 2_000;

    private final ServiceBundles bundles;
    private final ModelLibrary library;
    private EmitterFactory emitters;
    private ServiceComponentRuntime runtime;

    /**
     * Starts following bundles.
     *
     * @param context this bundle's
     */
    @Activate
    public ModelLoaderComponent(BundleContext context) {
        Problems problems = new Problems();
        bundles = new ServiceBundles(context, problems, millis(context, DRAIN_TIMEOUT, DEFAULT_DRAIN_MILLIS),
                millis(context, WAIT, DEFAULT_WAIT_MILLIS));
        library = new ModelLibrary(problems, bundles);
        bundles.open();
    }

    static long millis(BundleContext context, String property, long otherwise) {
        String text = context.getProperty(property);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            long millis = Long.parseLong(text.trim());
            if (millis >= 0) {
                return millis;
            }
        } catch (NumberFormatException e) {
            LOG.debug("No number", e);
        }
        LOG.warn("The framework property {} is \"{}\"; it must be a number of milliseconds. Taking {}", property, text,
                otherwise);
        return otherwise;
    }

    @Deactivate
    void deactivate() {
        bundles.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindRuntime(ServiceComponentRuntime newRuntime) {
        runtime = newRuntime;
        bundles.watch().runtime(newRuntime);
    }

    synchronized void unbindRuntime(ServiceComponentRuntime oldRuntime) {
        if (runtime == oldRuntime) {
            runtime = null;
            bundles.watch().runtime(null);
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindEmitters(EmitterFactory factory) {
        if (emitters != null) {
            bundles.watch().emittersGone(bundles.roots());
        }
        emitters = factory;
        bundles.watch().emitters(factory);
    }

    synchronized void unbindEmitters(EmitterFactory factory) {
        if (emitters == factory) {
            emitters = null;
            bundles.watch().emittersGone(bundles.roots());
        }
    }

    @Override
    public ModelCatalog catalog(List<Path> folders) {
        return library.catalog(folders);
    }

    @Override
    public List<Problem> problems() {
        return library.problems();
    }
}
