package org.tucuxi.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns services of botocore's data into service bundles and installs them where it runs: for the shell, the launcher,
 * and whoever brings services of their own. Safe for use by many threads.
 *
 * <pre>{@code
 * try (ServicePackager.Source source = packager.open("botocore-1.43.67-py3-none-any.whl")) {
 *     packager.install(source.bundle("sqs"));
 * }
 * }</pre>
 */
@ProviderType
public interface ServicePackager {

    /**
     * Opens data. Nothing is unpacked to disk.
     *
     * @param source a path or {@code file:} URL of botocore's folder {@code data}, its wheel, or a zip of either
     * @return the data; the caller closes them
     * @throws ModelException when there are none, or more than any botocore has; the message says where
     */
    Source open(String source);

    /**
     * Installs a service bundle and starts it. A bundle of the same symbolic name is updated in its place, unless it
     * has components of its own: those would be lost with it, so it is kept.
     *
     * @param bundle the bundle
     * @return what was done
     * @throws ModelException when the container refuses it, with the container's reason; what was newly
     *     installed is removed again
     */
    Outcome install(ServiceBundle bundle);

    /** What became of a bundle. */
    enum Outcome {
        /** There was none of its name. */
        INSTALLED,
        /** It took the place of one of its name. */
        UPDATED,
        /** The one that was there has components of its own and stays. */
        KEPT
    }

    /** Opened data. Made for one thread. */
    @ProviderType
    interface Source extends AutoCloseable {

        /**
         * What the data are.
         *
         * @return for example {@code botocore 1.43.67}
         */
        String description();

        /**
         * The services that have a model.
         *
         * @return their names, sorted
         * @throws ModelException when the data cannot be read
         */
        List<String> services();

        /**
         * Makes the bundle of a service: its newest API version, without documentation.
         *
         * @param service the service's name
         * @return the bundle, in memory
         * @throws ModelException when there is no such service or its data are broken; the message names file and place
         */
        ServiceBundle bundle(String service);

        @Override
        void close();
    }

    /**
     * A service as a bundle.
     *
     * @param service the service's name
     * @param symbolicName the bundle's symbolic name
     * @param version the bundle's version: that of botocore
     * @param jar the bundle's bytes; not copied
     */
    record ServiceBundle(String service, String symbolicName, String version, byte[] jar) {
    }
}
