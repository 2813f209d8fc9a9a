package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.ClientException;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.http.StreamingBody;

class CallCommandTest {

    private final Platform platform = new Platform();
    private final FakeSession session = new FakeSession("default");
    private final Output out = new Output();
    private final Output err = new Output();
    private final CallCommand command = new CallCommand(platform);

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        platform.sessions = session;
    }

    @Test
    void aCallPrintsItsResultAndClosesItsClient() {
        session.answer = (operation, parameters) -> result("Operation", operation, "Given", parameters);

        call("-r", "eu-west-1", "-e", "http://localhost:1", "s3", "ListObjectsV2",
                "{\"Bucket\": \"b\", \"MaxKeys\": 3}");

        assertThat(out.text()).contains("\"Operation\" : \"ListObjectsV2\"", "\"Bucket\" : \"b\"", "\"MaxKeys\" : 3");
        assertThat(session.lastService).isEqualTo("s3");
        assertThat(session.lastConfig.regionName()).isEqualTo("eu-west-1");
        assertThat(session.lastConfig.endpointUrl()).isEqualTo("http://localhost:1");
        assertThat(session.openClients).isZero();
    }

    @Test
    void parametersMayBeGogosOwnMapOrAFile() throws IOException {
        session.answer = (operation, parameters) -> result("Given", parameters);
        Path file = Files.writeString(folder.resolve("p.json"), "{\"Bucket\": \"from-file\"}");

        call("s3", "HeadBucket", Map.of("Bucket", "from-map"));
        call("s3", "HeadBucket", "@" + file);

        assertThat(out.text()).contains("from-map", "from-file");
    }

    @Test
    void aFileCanBeAMember() throws IOException {
        AtomicReference<Map<String, ?>> seen = new AtomicReference<>();
        session.answer = (operation, parameters) -> {
            seen.set(parameters);
            return result();
        };
        Path file = Files.writeString(folder.resolve("report.txt"), "text");

        call("--in", "Body=" + file, "s3", "PutObject", "{\"Bucket\": \"b\", \"Key\": \"k\"}");

        assertThat(seen.get().get("Body")).isEqualTo(file);
        assertThatThrownBy(() -> call("--in", "Body=" + folder.resolve("none"), "s3", "PutObject"))
                .hasMessageContaining("no readable file").hasMessageContaining("none");
    }

    @Test
    void aBodyIsWrittenToAFile() throws IOException {
        session.answer = (operation, parameters) -> result("Body", body(5, 5), "ETag", "e");
        Path file = folder.resolve("object");

        call("--out", file.toString(), "s3", "GetObject", "{}");

        assertThat(file).hasSize(5);
        assertThat(out.text()).contains("(5 bytes in " + file + ")", "\"ETag\" : \"e\"");
    }

    @Test
    void aBodyThatEndsEarlyLeavesWhatWasThere() throws IOException {
        session.answer = (operation, parameters) -> result("Body", body(5, 10));
        Path file = Files.writeString(folder.resolve("object"), "before");

        assertThatThrownBy(() -> call("--out", file.toString(), "s3", "GetObject", "{}"))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("IncompleteRead");

        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        session.answer = (operation, parameters) -> result("Body", body(5, 5));

        assertThatThrownBy(() -> call("--out", folder.resolve("no/object").toString(), "s3", "GetObject"))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("Cannot write").hasMessageContaining("object");
    }

    @Test
    void anErrorIsOneMessageWithItsKind() {
        session.answer = (operation, parameters) -> {
            throw new ClientException(Map.of("Error", Map.of("Code", "NoSuchBucket", "Message", "gone")), operation,
                    null);
        };

        assertThatThrownBy(() -> call("s3", "HeadBucket")).isInstanceOf(CommandFailure.class)
                .hasMessage("ClientException: An error occurred (NoSuchBucket) when calling the HeadBucket"
                        + " operation: gone");
        assertThat(err.text()).isEmpty();
        assertThat(session.openClients).isZero();
    }

    @Test
    void theStackIsPrintedOnlyWhenAsked() {
        session.answer = (operation, parameters) -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> call("-v", "s3", "HeadBucket")).hasMessage("IllegalStateException: broken");

        assertThat(err.text()).contains("at org.tucuxi.shell");
    }

    @Test
    void theEventsOfTheCallAreShownWhenAsked() {
        session.events.register("before-call.s3", new AddHeader());
        session.answer = (operation, parameters) -> {
            session.emit("before-call.s3.HeadBucket");
            return result();
        };

        call("-t", "s3", "HeadBucket");

        assertThat(out.text()).containsPattern("before-call.s3.HeadBucket  [0-9.]+ ms\\R    .*AddHeader");
        assertThat(session.isWatched()).isFalse();
    }

    @Test
    void wrongUseSaysWhatIsRight() {
        assertThatThrownBy(() -> call("s3")).hasMessageContaining("Usage: tucuxi:call");
        assertThatThrownBy(() -> call("--what", "s3", "X")).hasMessageContaining("Unknown option --what");
        assertThatThrownBy(() -> call("s3", "X", "{}", "more")).hasMessageContaining("Unexpected argument more");
        assertThatThrownBy(() -> call("-s")).hasMessageContaining("-s needs a value");
    }

    @Test
    void anUnknownSessionOrProfileIsSaidWithThoseThatAreThere() {
        assertThatThrownBy(() -> call("-s", "reports", "s3", "X")).hasMessageContaining("no session reports")
                .hasMessageContaining("[default]");
        assertThatThrownBy(() -> call("-p", "dev", "s3", "X"))
                .hasMessage("ProfileNotFoundException: The config profile (dev) could not be found");
    }

    @Test
    void withoutAPlatformTheMissingPartIsNamed() {
        platform.sessions = null;

        assertThatThrownBy(() -> call("s3", "X")).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("session factory is missing").hasMessageContaining("org.tucuxi.client");
    }

    private void call(Object... arguments) {
        command.call(out.stream, err.stream, arguments);
    }

    private static StreamingBody body(int there, int announced) {
        return new StreamingBody(new ByteArrayInputStream(new byte[there]), announced);
    }

    private static Map<String, Object> result(Object... namesAndValues) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            result.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        result.putIfAbsent("ResponseMetadata", Map.of("HTTPStatusCode", 200, "Ids", List.of()));
        return result;
    }

    private static final class AddHeader implements EventHandler<GenericEvent, Object> {

        @Override
        public Object handle(GenericEvent event) {
            return null;
        }
    }
}
