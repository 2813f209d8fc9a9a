package org.tucuxi.modeltool;

import java.io.ByteArrayInputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServicePackager.Outcome;
import org.tucuxi.model.ServicePackager.ServiceBundle;

/** Puts service bundles into the container that the tool runs in. */
final class Installer {

    /** A bundle with components is more than a model. */
    private static final String COMPONENTS = "Service-Component";

    private static final String LOCATION = "tucuxi:import/";

    private final BundleContext context;

    Installer(BundleContext context) {
        this.context = context;
    }

    /** One at a time: two imports of the same service must not both find that there is none. */
    synchronized Outcome install(ServiceBundle bundle) {
        Bundle there = newest(bundle.symbolicName());
        try {
            if (there == null) {
                add(bundle);
                return Outcome.INSTALLED;
            }
            if (there.getHeaders("").get(COMPONENTS) != null) {
                return Outcome.KEPT;
            }
            there.update(new ByteArrayInputStream(bundle.jar()));
            there.start(Bundle.START_ACTIVATION_POLICY);
            return Outcome.UPDATED;
        } catch (BundleException e) {
            throw new ModelException("The bundle of " + bundle.service() + " cannot be "
                    + (there == null ? "installed: " : "updated: ") + e.getMessage(), e);
        }
    }

    private void add(ServiceBundle bundle) throws BundleException {
        Bundle added = context.installBundle(LOCATION + bundle.symbolicName(), new ByteArrayInputStream(bundle.jar()));
        try {
            added.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            added.uninstall();
            throw e;
        }
    }

    /** The one that is used when there are several versions. */
    private Bundle newest(String symbolicName) {
        Bundle newest = null;
        for (Bundle bundle : context.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())
                    && (newest == null || bundle.getVersion().compareTo(newest.getVersion()) > 0)) {
                newest = bundle;
            }
        }
        return newest;
    }
}
