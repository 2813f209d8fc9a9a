package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.internal.Threads.Running;

class JsonFileCacheTest {

    private static final Map<String, Object> ENTRY = Map.of("Credentials", Map.of("AccessKeyId", "ä\"k"), "n", 1,
            "list", List.of(true, 1.5, "x"));

    @TempDir
    private Path home;

    @Test
    void readsWhatWasWritten() {
        cache().write("key", ENTRY);

        assertThat(cache().read("key")).contains(ENTRY);
        assertThat(cache().read("other")).isEmpty();
    }

    @Test
    void replacesAnEntryAndLeavesNoOtherFile() throws IOException {
        cache().write("key", ENTRY);
        cache().write("key", Map.of("new", true));

        assertThat(cache().read("key")).contains(Map.of("new", true));
        assertThat(names()).containsExactly("key.json");
    }

    @Test
    void foldersAndFilesAreTheOwnersAlone() throws IOException {
        cache().write("key", ENTRY);

        assertThat(permissions(home.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(permissions(folder().resolve("key.json"))).isEqualTo("rw-------");
    }

    @Test
    void anEntryThatOthersCouldReadIsTheOwnersAfterItWasReplaced() throws IOException {
        Files.createDirectories(folder());
        Path file = Files.writeString(folder().resolve("key.json"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        cache().write("key", ENTRY);

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "{\"a\":hunter2}", "\u0000", "{\"a\":[[1}"})
    void aBrokenOrForeignEntryIsNone(String content) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("key.json"), content);

        assertThat(cache().read("key")).isEmpty();
    }

    @Test
    void anEntryLargerThanAMegabyteOrNestedWithoutEndIsNone() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("large.json"), "{\"a\":\"" + "x".repeat(1 << 20) + "\"}");
        Files.writeString(folder().resolve("deep.json"), "{\"a\":" + "[".repeat(100_000));
        Files.createDirectories(folder().resolve("folder.json"));

        assertThat(cache().read("large")).isEmpty();
        assertThat(cache().read("deep")).isEmpty();
        assertThat(cache().read("folder")).isEmpty();
    }

    @Test
    void whyJsonCannotBeReadIsSaidWithoutItsContent() {
        assertThatThrownBy(() -> Json.read("{\"a\": hunter2}".getBytes())).isInstanceOf(IOException.class)
                .hasMessageContaining("line 1, column").hasMessageNotContaining("hunter2").hasNoCause();
    }

    @Test
    void aKeyNeverLeadsOutOfTheFolder() throws IOException {
        cache().write("../../x:y\\z/..\u0000", ENTRY);

        assertThat(names()).containsExactly(".._.._x_y_z_.._.json");
        assertThat(cache().read("../../x:y\\z/..\u0000")).contains(ENTRY);
        assertThatThrownBy(() -> cache().write("", ENTRY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldEntry() throws IOException {
        cache().write("key", ENTRY);
        Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> cache().write("key", Map.of("secret", new StringBuilder("hunter2").chars())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> new JsonFileCaches().in(home.resolve("file")).write("key", ENTRY))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("key.json");

        assertThat(cache().read("key")).contains(ENTRY);
        assertThat(names()).containsExactly("key.json");
    }

    @Test
    void worksWhereTheFileSystemKnowsNoOwners() throws IOException {
        URI zip = URI.create("jar:" + home.resolve("zip.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            CredentialCaches.Cache cache = new JsonFileCaches().in(files.getPath("/cache"));

            cache.write("key", ENTRY);

            assertThat(cache.read("key")).contains(ENTRY);
        }
    }

    @Test
    void readersSeeTheOldOrTheNewEntryAndNeverAPart() throws Exception {
        Map<String, Object> small = Map.of("v", "s");
        Map<String, Object> big = Map.of("v", "b".repeat(100_000));
        cache().write("key", small);
        CountDownLatch done = new CountDownLatch(1);
        List<Running<Long>> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(Threads.start(() -> {
                long reads = 0;
                while (done.getCount() > 0) {
                    assertThat(cache().read("key").orElseThrow()).isIn(small, big);
                    reads++;
                }
                return reads;
            }));
        }

        for (int i = 0; i < 20; i++) {
            cache().write("key", i % 2 == 0 ? big : small);
        }
        done.countDown();

        for (Running<Long> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
    }

    private CredentialCaches.Cache cache() {
        return new JsonFileCaches().in(folder());
    }

    private Path folder() {
        return home.resolve("a/cache");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
