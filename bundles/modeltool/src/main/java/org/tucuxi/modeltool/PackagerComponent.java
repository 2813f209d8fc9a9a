package org.tucuxi.modeltool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServicePackager;

/** The tool inside a container: what it makes is installed at once. */
@Component
public final class PackagerComponent implements ServicePackager {

    private final Installer installer;

    /**
     * Made by the component runtime.
     *
     * @param context the tool's own bundle context: what it installs outlives it
     */
    @Activate
    public PackagerComponent(BundleContext context) {
        this.installer = new Installer(context);
    }

    @Override
    public Source open(String source) {
        ModelPackager packager = guarded(() -> ModelPackager.open(path(source)));
        return new Opened(packager);
    }

    @Override
    public Outcome install(ServiceBundle bundle) {
        return installer.install(bundle);
    }

    private static Path path(String source) {
        try {
            return source.startsWith("file:") ? Path.of(URI.create(source)) : Path.of(source);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new PackagingException(source + " is no path and no file: URL: " + e.getMessage(), e);
        }
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (PackagingException e) {
            throw new ModelException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new ModelException(e.getMessage() + ": " + e.getCause().getMessage(), e);
        }
    }

    /** Data whose services are made into bundles in memory: no file is left behind, whatever happens. */
    private record Opened(ModelPackager packager) implements Source {

        @Override
        public String description() {
            return packager.source();
        }

        @Override
        public List<String> services() {
            return guarded(packager::services);
        }

        @Override
        public ServiceBundle bundle(String service) {
            return guarded(() -> {
                ServiceData data = packager.load(service);
                ByteArrayOutputStream jar = new ByteArrayOutputStream();
                try {
                    BundleJar.write(data, packager.source(), jar);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot make the bundle of " + service, e);
                }
                return new ServiceBundle(service, BundleJar.symbolicName(data),
                        BundleJar.bundleVersion(packager.source()), jar.toByteArray());
            });
        }

        @Override
        public void close() {
            packager.close();
        }
    }
}
