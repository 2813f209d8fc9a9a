package org.tucuxi.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.itests.conformance.Result.Outcome;

/** The runner, on a few vectors of its own. */
class VectorsTest {

    private static final String ZONES = "endpoint-rules/_engine/test-cases/zones.json";
    private static final Path SERVICES = Path.of(System.getProperty("basedir", "")).toAbsolutePath()
            .resolve("../../bundles/services").normalize();

    @TempDir
    private Path temporary;

    private Report run(Path folder) {
        BotocoreData nowhere = new BotocoreData(temporary.resolve("no-botocore"), temporary);
        return Vectors.all(new RuleSets(SERVICES, nowhere)).run(folder);
    }

    private static Path own() {
        try {
            return Path.of(VectorsTest.class.getResource("/vectors").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the own vectors, to break something in. */
    private Path copy() throws IOException {
        Path copy = temporary.resolve("vectors");
        try (Stream<Path> paths = Files.walk(own())) {
            for (Path path : paths.sorted().toList()) {
                Files.copy(path, copy.resolve(own().relativize(path).toString()));
            }
        }
        return copy;
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(text);
        Files.writeString(file, content.replace(text, by));
    }

    private static List<Result> failures(Report report) {
        return report.results().stream().filter(result -> result.outcome() == Outcome.FAILED).toList();
    }

    @Test
    void everyKindOfVectorsIsRun() {
        Report report = run(own());

        assertThat(failures(report)).isEmpty();
        assertThat(report.results()).extracting(Result::id).contains(
                "endpoint-rules/_engine/no-cases compiles",
                "endpoint-rules/_engine/zones#0 a secure zone",
                "endpoint-rules/sts#0 a region with FIPS",
                "sigv4/put-tagged",
                "protocols/input/rest-xml/PutThing",
                "protocols/output/rest-xml/NoThing",
                "emitter/copies.json#0");
    }

    @Test
    void aFolderOfOneKindIsTakenAsItIs() {
        for (String kind : List.of("endpoint-rules", "endpoint-rules/_engine", "endpoint-rules/sts", "sigv4",
                "sigv4/put-tagged", "protocols", "protocols/output", "emitter")) {
            Report report = run(own().resolve(kind));

            assertThat(report.count(Outcome.PASSED)).as(kind).isPositive();
            assertThat(report.count(Outcome.FAILED)).as(kind).isZero();
        }
    }

    @Test
    void aWrongUrlIsAFailure() throws IOException {
        Path folder = copy();
        replace(folder.resolve(ZONES), "http://north.example.com", "http://south.example.com");

        assertThat(failures(run(folder))).containsExactly(Result.failed(
                "endpoint-rules/_engine/zones#1 a zone without TLS",
                "url: expected http://south.example.com but was http://north.example.com"));
    }

    @Test
    void aWrongErrorIsAFailure() throws IOException {
        Path folder = copy();
        replace(folder.resolve(ZONES), "is no zone", "is a zone");

        assertThat(failures(run(folder))).extracting(Result::id)
                .containsExactly("endpoint-rules/_engine/zones#2 a zone that is no host label");
    }

    @Test
    void anEndpointInsteadOfAnErrorIsAFailure() throws IOException {
        Path folder = copy();
        replace(folder.resolve(ZONES), "{\"Zone\": \"no/where\"}", "{\"Zone\": \"nowhere\"}");

        assertThat(failures(run(folder))).hasSize(1);
    }

    @Test
    void headersAndPropertiesCountAlsoWhenNoneAreExpected() throws IOException {
        Path folder = copy();
        replace(folder.resolve(ZONES), "\"headers\"", "\"heads\"");
        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString().startsWith("headers:");

        replace(folder.resolve(ZONES), "\"heads\"", "\"headers\"");
        replace(folder.resolve(ZONES), "\"properties\"", "\"props\"");
        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString()
                .startsWith("properties:");
    }

    @Test
    void aWrongSignatureIsAFailure() throws IOException {
        Path folder = copy();
        Path authorization = folder.resolve("sigv4/put-tagged/put-tagged.authz");
        replace(authorization, "Signature=", "Signature=0");

        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString()
                .startsWith("authorization:");
    }

    @Test
    void aWrongRequestIsAFailure() throws IOException {
        Path folder = copy();
        Path cases = folder.resolve("protocols/input/rest-xml.json");

        replace(cases, "<Size>NaN</Size>", "<Size>1.0</Size>");
        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString().startsWith("body:");

        replace(cases, "<Size>1.0</Size>", "<Size>NaN</Size>");
        replace(cases, "x, y", "x, z");
        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString()
                .startsWith("header x-tags:");

        replace(cases, "/things/a%20b", "/things/a+b");
        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString().startsWith("uri:");
    }

    @Test
    void aWrongResultIsAFailure() throws IOException {
        Path folder = copy();
        replace(folder.resolve("protocols/output/rest-xml.json"), "\"Data\": \"thing\"", "\"Data\": \"things\"");

        assertThat(failures(run(folder))).extracting(Result::id)
                .containsExactly("protocols/output/rest-xml/GetThing");
    }

    @Test
    void aWrongErrorOfAServiceIsAFailure() throws IOException {
        Path folder = copy();
        replace(folder.resolve("protocols/output/rest-xml.json"),
                "\"errorMessage\": \"none\"", "\"errorMessage\": \"\"");

        assertThat(failures(run(folder))).extracting(Result::id)
                .containsExactly("protocols/output/rest-xml/NoThing");
    }

    @Test
    void aProtocolThatIsNotThereIsCountedApart() {
        assertThat(run(own()).results()).filteredOn(result -> result.outcome() == Outcome.ABSENT)
                .containsExactly(Result.absent("protocols/input/semaphore/Wave", "no such protocol: semaphore"));
    }

    @Test
    void aWrongOrderOfHandlersIsAFailure() throws IOException {
        Path folder = copy();
        replace(folder.resolve("emitter/copies.json"), "[1, 0]", "[0, 1]");

        assertThat(failures(run(folder))).singleElement().extracting(Result::detail).asString()
                .isEqualTo("step 4 [e, 1, 1, 1, [0, 1]], called: expected [0, 1] but was [1, 0]");
    }

    @Test
    void casesWithoutARuleSetAreFailuresThatSayWhatToDo() throws IOException {
        Path folder = copy();
        Files.move(folder.resolve("endpoint-rules/sts"), folder.resolve("endpoint-rules/no-such-service"));

        assertThat(failures(run(folder))).singleElement().satisfies(result -> {
            assertThat(result.id()).isEqualTo("endpoint-rules/no-such-service#0 a region with FIPS");
            assertThat(result.detail()).contains("no data of botocore").contains("-Dbotocore.data=DIR");
        });
    }

    @Test
    void otherRuleSetsComeFromBotocoresData() throws IOException {
        Path folder = copy();
        Files.move(folder.resolve("endpoint-rules/sts"), folder.resolve("endpoint-rules/of-botocore"));
        Path rules = SERVICES.resolve("sts/src/main/resources/models/sts/2011-06-15/endpoint-rule-set-1.json");
        Path data = Files.createDirectories(temporary.resolve("botocore/data/of-botocore/2020-01-01"));
        Files.copy(rules, data.resolve("endpoint-rule-set-1.json"));
        Files.writeString(temporary.resolve("botocore/data/endpoints.json"), "{}");

        Report report = Vectors.all(new RuleSets(SERVICES, new BotocoreData(temporary, temporary))).run(folder);

        assertThat(failures(report)).isEmpty();
    }

    @Test
    void aFolderWithoutVectorsIsAFailure() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));

        assertThat(failures(run(empty))).singleElement().extracting(Result::detail).asString()
                .contains("is a test vector");
    }

    @Test
    void theReportNamesFailuresAndCounts() {
        Report report = new Report(List.of(new Result("a", Outcome.PASSED, ""), Result.failed("b", "why"),
                Result.absent("c", "no such protocol: query")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "FAILED b", "       why", "not there: no such protocol: query (1 cases)",
                "1 passed, 1 failed, 1 not there");
    }
}
