package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.models.ModelLibrary;

/** The service bundles beside the benchmarks: as jars for the platform, as models for codecs. */
final class Services {

    private static final String[] NAMES = {"cloudwatch/2010-08-01", "dynamodb/2012-08-10", "ec2/2016-11-15",
            "s3/2006-03-01"};

    private Services() {
    }

    /** The bundle of a service. */
    static Path bundle(String service) {
        for (String name : NAMES) {
            if (name.startsWith(service + '/')) {
                return bundleOf("models/" + name + "/service-2.json");
            }
        }
        throw new IllegalArgumentException("The benchmarks have no bundle of " + service);
    }

    private static Path bundleOf(String model) {
        try {
            URL url = Services.class.getClassLoader().getResource(model);
            return Path.of(new URI(((JarURLConnection) url.openConnection()).getJarFileURL().toString()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The model of a service. */
    static ServiceModel model(String service) {
        try {
            // Stays open: a model is read as it is needed.
            FileSystem jar = FileSystems.newFileSystem(bundle(service));
            return new ModelLibrary().catalog(List.of(jar.getPath("models"))).service(service, null).model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
