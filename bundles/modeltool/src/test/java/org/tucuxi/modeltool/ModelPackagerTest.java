package org.tucuxi.modeltool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackagerTest {

    private static final String MODEL = "{\"version\": \"2.0\","
            + " \"metadata\": {\"serviceFullName\": \"Amazon <My> & Queue\"},"
            + " \"documentation\": \"<p>long</p>\", \"examples\": {\"a\": 1},"
            + " \"shapes\": {\"In\": {\"type\": \"structure\", \"documentation\": \"x\","
            + " \"members\": {\"documentation\":"
            + " {\"shape\": \"S\", \"documentation\": \"y\", \"documentationUrl\": \"z\","
            + " \"deprecatedMessage\": \"d\", \"max\": 1.50}, \"examples\":"
            + " {\"shape\": \"S\"}}}}}";
    private static final String STRIPPED = "{\"version\":\"2.0\","
            + "\"metadata\":{\"serviceFullName\":\"Amazon <My> & Queue\"},"
            + "\"shapes\":{\"In\":{\"type\":\"structure\",\"members\":"
            + "{\"documentation\":{\"shape\":\"S\",\"max\":1.50},"
            + "\"examples\":{\"shape\":\"S\"}}}}}";

    @TempDir
    Path temp;
    private Path data;
    private Path out;

    @BeforeEach
    void setUp() throws IOException {
        data = temp.resolve("botocore/data");
        out = temp.resolve("out");
        file("../__init__.py", "__version__ = '1.43.67'\n");
        file("my/2019-01-01/service-2.json", "{}");
        packed("my/2020-01-01/service-2.json.gz", MODEL);
        file("my/2020-01-01/paginators-1.json", "{\"pagination\": {}}");
        file("my/2020-01-01/paginators-1.sdk-extras.json", "{\"merge\": {}}");
        file("my/2020-01-01/examples-1.json", "{}");
        file("endpoints.json", "{\"version\": 3, \"documentation\": \"x\"}");
        file("partitions.json", "{\"partitions\": []}");
    }

    private void file(String path, String text) throws IOException {
        Path file = data.resolve(path).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void packed(String path, String text) throws IOException {
        file(path, "");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(data.resolve(path)))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String entry(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesABundleThatAContainerTakes() throws IOException {
        try (ModelPackager packager = ModelPackager.open(data); JarFile jar = new JarFile(
                packager.writeBundle("my", out).toFile())) {
            Attributes headers = jar.getManifest().getMainAttributes();

            assertThat(Path.of(jar.getName())).hasFileName("org.tucuxi.services.my-1.43.67.jar");
            assertThat(headers.getValue("Bundle-ManifestVersion")).isEqualTo("2");
            assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("org.tucuxi.services.my");
            assertThat(headers.getValue("Bundle-Version")).isEqualTo("1.43.67");
            assertThat(headers.getValue("Tucuxi-Model")).isEqualTo("models/");
            assertThat(headers.getValue("Tucuxi-Model-Source")).isEqualTo("botocore 1.43.67");
            assertThat(headers.getValue("Provide-Capability")).isEqualTo("tucuxi.service;tucuxi.service=\"my\"");
            assertThat(headers.getValue("Bundle-License")).isEqualTo("Apache-2.0");
            assertThat(entry(jar, "META-INF/NOTICE")).contains("botocore 1.43.67", "Amazon.com, Inc.");
            assertThat(entry(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.startsWith("models/"))).containsExactly(
                    "models/my/2020-01-01/paginators-1.json", "models/my/2020-01-01/paginators-1.sdk-extras.json",
                    "models/my/2020-01-01/service-2.json");
        }
    }

    @Test
    void leavesOutDocumentationButNoMemberOfThatName() throws IOException {
        try (ModelPackager packager = ModelPackager.open(data); JarFile jar = new JarFile(
                packager.writeBundle("my", out).toFile())) {
            assertThat(entry(jar, "models/my/2020-01-01/service-2.json")).isEqualTo(STRIPPED);
        }
    }

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        try (ModelPackager packager = ModelPackager.open(data)) {
            byte[] first = Files.readAllBytes(packager.writeBundle("my", out));

            assertThat(Files.readAllBytes(packager.writeBundle("my", out.resolve("again")))).isEqualTo(first);
        }
    }

    @Test
    void writesASourceFolderAndLeavesWhatIsThere() throws IOException {
        file("../../out/my/bnd.bnd", "Tucuxi-Model-Source: botocore 1.0\nMine: yes\n");

        try (ModelPackager packager = ModelPackager.open(data)) {
            packager.writeSource("my", out);
            Files.writeString(out.resolve("my/pom.xml"), Files.readString(out.resolve("my/pom.xml")) + "<!-- mine -->");
            packager.writeSource("my", out);
        }

        assertThat(out.resolve("my/pom.xml")).content().contains("<artifactId>org.tucuxi.services.my</artifactId>",
                "Amazon &lt;My> &amp; Queue", "<!-- mine -->");
        assertThat(out.resolve("my/bnd.bnd")).hasContent("Tucuxi-Model-Source: botocore 1.43.67\nMine: yes");
        assertThat(out.resolve("my/src/main/resources/models/my/2020-01-01/service-2.json")).hasContent(STRIPPED);
    }

    @Test
    void takesAllVersionsWhenAsked() {
        try (ModelPackager packager = ModelPackager.open(data, null, "mine 7", true)) {
            assertThat(packager.load("my").files().keySet()).contains("2019-01-01/service-2.json",
                    "2020-01-01/service-2.json");
            assertThat(packager.source()).isEqualTo("mine 7");
        }
    }

    @Test
    void addsTheResourcesOfBoto3() throws IOException {
        Path boto3 = temp.resolve("boto3");
        Files.createDirectories(boto3.resolve("my/2020-01-01"));
        Files.writeString(boto3.resolve("my/2020-01-01/resources-1.json"), "{\"service\": {}}");

        try (ModelPackager packager = ModelPackager.open(data, boto3, null, false)) {
            assertThat(packager.load("my").files()).containsKey("2020-01-01/resources-1.json");
        }
    }

    @Test
    void saysThatTheEndpointHasTheBucketOfS3() throws IOException {
        file("s3/2006-03-01/service-2.json", "{}");
        file("s3/2006-03-01/service-2.sdk-extras.json", "{\"version\": 1.0, \"merge\": {\"shapes\": {\"A\": {}}}}");

        try (ModelPackager packager = ModelPackager.open(data)) {
            assertThat(new String(packager.load("s3").files().get("2006-03-01/service-2.sdk-extras.json"),
                    StandardCharsets.UTF_8)).isEqualTo("{\"version\":1,\"merge\":{\"metadata\":"
                            + "{\"endpointPathLabel\":\"Bucket\"},\"shapes\":{\"A\":{}}}}");
        }
    }

    @Test
    void saysThatTheEndpointHasTheAccountOfS3Control() throws IOException {
        file("s3control/2018-08-20/service-2.json", "{}");

        try (ModelPackager packager = ModelPackager.open(data)) {
            assertThat(packager.load("s3control").files().get("2018-08-20/service-2.sdk-extras.json"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("{\"version\":1,\"merge\":{\"metadata\":{\"endpointHostLabel\":\"AccountId\"}}}");
        }
    }

    private Path wheel() throws IOException {
        Path wheel = temp.resolve("botocore-1.43.67-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("../../evil/1/service-2.json"));
            zip.putNextEntry(new ZipEntry("botocore/data/my/2020-01-01/service-2.json"));
            zip.write(MODEL.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("botocore/data/../../../evil/1/service-2.json"));
            zip.putNextEntry(new ZipEntry("botocore/__init__.py"));
            zip.write("__version__ = '1.2.3'".getBytes(StandardCharsets.UTF_8));
        }
        return wheel;
    }

    @Test
    void readsAWheelAndWritesNothingOutsideOfItsFolder() throws IOException {
        Path plain = temp.resolve("plain.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plain))) {
            zip.putNextEntry(new ZipEntry("botocore/data/my/2020-01-01/service-2.json"));
            zip.write(MODEL.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("botocore/__init__.py"));
            zip.write("__version__ = '1.2.3'".getBytes(StandardCharsets.UTF_8));
        }

        try (ModelPackager packager = ModelPackager.open(plain); ModelPackager evil = ModelPackager.open(wheel())) {
            assertThat(packager.services()).containsExactly("my");
            assertThat(packager.source()).isEqualTo("botocore 1.2.3");
            packager.writeSource("my", out);
            assertThatThrownBy(() -> evil.writeSource("..", out)).isInstanceOf(PackagingException.class);
            assertThatThrownBy(() -> packager.writeSource("../my", out)).isInstanceOf(PackagingException.class);
        }
        assertThat(temp.resolve("evil")).doesNotExist();
        assertThat(out.resolve("my/src/main/resources/models/my/2020-01-01/service-2.json")).hasContent(STRIPPED);
    }

    @Test
    void saysWhatIsBroken() throws IOException {
        file("broken/1/service-2.json", "{\"a\":\n  7,}");
        file("bomb/1/service-2.json", "{\"a\": " + "[".repeat(100_000));
        file("nozip/1/service-2.json.gz", "{}");

        try (ModelPackager packager = ModelPackager.open(data)) {
            assertThatThrownBy(() -> packager.writeBundle("broken", out)).isInstanceOf(PackagingException.class)
                    .hasMessageContaining("line 2").hasMessageContaining("broken");
            assertThatThrownBy(() -> packager.writeBundle("bomb", out)).isInstanceOf(PackagingException.class);
            assertThatThrownBy(() -> packager.writeBundle("nozip", out)).hasMessageContaining("no gzip file");
            assertThatThrownBy(() -> packager.writeBundle("other", out)).hasMessageContaining("no service other");
        }
        assertThatThrownBy(() -> ModelPackager.open(temp.resolve("missing"))).isInstanceOf(PackagingException.class);
        assertThatThrownBy(() -> ModelPackager.open(data.resolve("endpoints.json")))
                .isInstanceOf(PackagingException.class).hasMessageContaining("no wheel or zip");
    }

    @Test
    void anArchiveThatPromisesALongCommentIsRefused(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("one/2020-01-01/service-2.json"));
        }
        byte[] archive = bytes.toByteArray();
        archive[archive.length - 1] = 1;
        Path file = Files.write(folder.resolve("data.zip"), archive);

        assertThatThrownBy(() -> ModelPackager.open(file))
                .isInstanceOf(PackagingException.class).hasMessageContaining("Cannot read " + file);
    }

    @Test
    void whatIsQuotedFromDataIsPrintable() {
        assertThat(new PackagingException("a\u0001b\u001b[31m\nc")).hasMessage("a?b?[31m\nc");
    }

    @Test
    void namesAnEntryInOneShortLine() throws IOException {
        Path wheel = temp.resolve("strange.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("a\n\u001b[31m" + "b".repeat(5000) + "/my/1/service-2.json"));
            zip.write("no JSON".getBytes(StandardCharsets.UTF_8));
        }

        try (ModelPackager packager = ModelPackager.open(wheel)) {
            assertThatThrownBy(() -> packager.writeBundle("my", out)).isInstanceOf(PackagingException.class)
                    .hasMessageContaining("!/a??[31mbbb")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
        }
    }

    @Test
    void saysWhichEntryOfAWheelIsDamaged() throws IOException {
        Path wheel = temp.resolve("damaged.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("botocore/data/my/2020-01-01/service-2.json"));
            zip.write(MODEL.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(wheel);
        int content = 30 + "botocore/data/my/2020-01-01/service-2.json".length();
        bytes[content] = (byte) 0xff;
        Files.write(wheel, bytes);
        Path headless = temp.resolve("headless.whl");
        bytes[0] = 'X';
        Files.write(headless, bytes);

        try (ModelPackager packager = ModelPackager.open(wheel); ModelPackager other = ModelPackager.open(headless)) {
            assertThatThrownBy(() -> packager.writeBundle("my", out)).isInstanceOf(PackagingException.class)
                    .hasMessageContaining("my/2020-01-01/service-2.json cannot be unpacked");
            assertThatThrownBy(() -> other.writeBundle("my", out)).isInstanceOf(PackagingException.class)
                    .hasMessageContaining("my/2020-01-01/service-2.json cannot be unpacked");
        }
    }

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintStream(output, true), new PrintStream(errors, true));
    }

    @Test
    void worksOnTheCommandLine() {
        assertThat(run("--data", data.toString(), "--service", "my", "--out", out.toString())).isZero();
        assertThat(run("--data", data.toString(), "--list")).isZero();
        assertThat(run("--data", data.toString(), "--partition-data", "--out", out.toString())).isZero();

        assertThat(out.resolve("org.tucuxi.services.my-1.43.67.jar")).exists();
        assertThat(out.resolve("endpoints.json")).hasContent("{\"version\":3}");
        assertThat(out.resolve("partitions.json")).hasContent("{\"partitions\":[]}");
        assertThat(output.toString().lines()).contains("my");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(output.toString()).contains("--data", "--service", "--out", "--source");

        assertThat(run()).isEqualTo(2);
        assertThat(run("--data")).isEqualTo(2);
        assertThat(run("--data", "x", "--service", "my")).isEqualTo(2);
        assertThat(run("--what")).isEqualTo(2);
        assertThat(run("--data", data.toString(), "--service", "other", "--out", "o")).isEqualTo(1);
        assertThat(errors.toString()).contains("--data is missing", "--data needs a value", "--out is missing",
                "Unknown option --what", "no service other");
    }
}
