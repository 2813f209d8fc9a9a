package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.NoCredentialsException;

/** The folder that a container watches: a bundle with a credential provider is dropped there, and taken out. */
final class DroppedProvider {

    private static final String BUNDLE = "dropped-keys";
    private static final String PROVIDER = "test-keys";

    private DroppedProvider() {
    }

    /** Sessions that live ask a dropped provider in its place, and those that ask after it has gone do without it. */
    static void takesItsPlaceInSessionsThatLive(Platform platform) throws Exception {
        Configuration asking = platform.configure("asking", Map.of());
        Configuration waiting = platform.configure("waiting", Map.of());
        Path dropped = Platform.deployFolder().resolve(BUNDLE + ".jar");
        Session session = platform.session("asking");
        try (Client client = session.client("s3")) {
            List<String> before = session.credentialResolver().names();
            assertThatThrownBy(() -> client.call("ListBuckets")).isInstanceOf(NoCredentialsException.class);

            drop(dropped);
            Await.until("the dropped provider", () -> isThere(session));
            assertThat(session.credentialResolver().names()).startsWith("env", PROVIDER).hasSize(before.size() + 1);
            Buckets.list(client);
            assertThat(answered(session)).isEqualTo(PROVIDER);

            Files.delete(dropped);
            Await.until("the dropped provider to go", () -> !isThere(platform.session("waiting")));
            assertThat(session.credentialResolver().names()).isEqualTo(before);
            Buckets.list(client);
            assertThat(platform.session("waiting").credentials()).isEmpty();
        } finally {
            Files.deleteIfExists(dropped);
            platform.remove(asking, "asking");
            platform.remove(waiting, "waiting");
        }
    }

    private static void drop(Path place) throws Exception {
        // Written elsewhere and moved: the folder may be looked at in the middle of writing.
        Path written = Files.createTempFile(Path.of(System.getProperty(Platform.BUNDLES)).getParent(), BUNDLE, ".part");
        Files.write(written, HotBundle.keys(BUNDLE, Map.of(CredentialProvider.CREDENTIAL_AFTER, "env")));
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isThere(Session session) {
        return session.credentialResolver().names().contains(PROVIDER);
    }

    private static String answered(Session session) {
        return session.credentialResolver().report().stream().filter(report -> report.outcome() == Outcome.ANSWERED)
                .map(CredentialResolver.Report::provider).findFirst().orElse(null);
    }
}
