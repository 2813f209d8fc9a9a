package org.tucuxi.demo.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.launcher.Tucuxi;
import org.tucuxi.testing.Stubber;

/** What README.md shows of the stubber, as it stands there. */
public final class StubbedProgram {

    private StubbedProgram() {
    }

    /**
     * Runs it, without a server and without credentials.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (Tucuxi tucuxi = Tucuxi.start()) {
            Client s3 = tucuxi.session().client("s3", ClientConfig.builder().regionName("us-east-1").build());
            Consumer<Client> report = StubbedProgram::report;
            try (Stubber stubber = new Stubber(s3).activate()) {
                stubber.addResponse("ListBuckets", Map.of("Buckets", List.of(Map.of("Name", "photos"))));
                stubber.addClientError("GetObject", "NoSuchKey", "gone", 404);
                report.accept(s3);
                stubber.assertNoPendingResponses();
            }
        }
    }

    private static void report(Client s3) {
        System.out.println(s3.call("ListBuckets").get("Buckets"));
        try {
            s3.call("GetObject", Map.of("Bucket", "photos", "Key", "of-101"));
        } catch (ClientException e) {
            System.out.println(e.getMessage());
        }
    }
}
