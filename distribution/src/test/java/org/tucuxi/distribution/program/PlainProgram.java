package org.tucuxi.distribution.program;

import java.util.Map;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.launcher.Tucuxi;

/** A program that knows nothing of OSGi. */
public final class PlainProgram {

    private PlainProgram() {
    }

    /**
     * Lists buckets.
     *
     * @param arguments the URL of the service
     */
    public static void main(String... arguments) {
        ClientConfig config = ClientConfig.builder().endpointUrl(arguments[0]).build();
        try (Tucuxi tucuxi = Tucuxi.start()) {
            Session session = tucuxi.session();
            Map<String, Object> result = session.client("s3", config).call("ListBuckets");
            System.out.println(result.get("Buckets"));
        } catch (ClientException e) {
            System.out.println(e.code());
        }
        // Reaching the end of main ends the process only when the platform left no thread behind.
    }
}
