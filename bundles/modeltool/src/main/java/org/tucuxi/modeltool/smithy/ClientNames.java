package org.tucuxi.modeltool.smithy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The name under which clients of a service are made: the names of botocore's folders. */
final class ClientNames {

    private static final Properties OLD = load();

    private ClientNames() {
    }

    static String of(String serviceId) {
        String old = OLD.getProperty(serviceId);
        return old != null ? old : serviceId.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Properties load() {
        try (InputStream in = ClientNames.class.getResourceAsStream("client-names.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
