package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.tucuxi.Client;

/** The folder that a container watches: a handler bundle is dropped there, and taken out. */
final class DeployFolder {

    private DeployFolder() {
    }

    /** The next calls of a client that lives feel a dropped handler, until it is taken out. */
    static void takesEffectOn(Client s3, Platform platform) throws IOException {
        Path dropped = Platform.deployFolder().resolve("drop.jar");
        // Written elsewhere and moved: the folder may be looked at in the middle of writing.
        Path written = Files.createTempFile(Path.of(System.getProperty(Platform.BUNDLES)).getParent(), "drop", ".part");
        Files.write(written, HotBundle.counting("drop", Map.of("event.pattern", "before-call.s3.ListBuckets")));

        try (Board board = platform.board()) {
            Files.move(written, dropped, StandardCopyOption.ATOMIC_MOVE);
            Await.until("a call that reaches the dropped handler", () -> {
                Buckets.list(s3);
                return board.count("drop") > 0;
            });

            Files.delete(dropped);
            Await.until("the dropped bundle to go", () -> !platform.has("drop"));
            long before = board.count("drop");
            Buckets.list(s3);
            assertThat(board.count("drop")).isEqualTo(before);
        } finally {
            Files.deleteIfExists(dropped);
        }
    }
}
