package org.tucuxi.demo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.itests.servers.S3Server;
import org.tucuxi.launcher.Tucuxi;

/** README.md says what is true: its snippets compile, its commands run. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    @TempDir
    private Path work;

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    private static String source(String path) throws IOException {
        return Files.readString(ROOT.resolve("itests/demo").resolve(path));
    }

    private static String jar(String module, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")
                    && Path.of(file).getFileName().toString().startsWith(prefix))
                    // The one without a classifier.
                    .min(Comparator.comparingInt(String::length)).orElseThrow();
        }
    }

    private String run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        List<String> line = new ArrayList<>(command);
        line.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        File output = work.resolve("output.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("%s ends", line).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output.toPath());
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static Map<String, String> environment(S3Server server) {
        return Map.of("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY,
                "AWS_REGION", "us-east-1", "AWS_ENDPOINT_URL_S3", server.endpointUrl(), "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    }

    @Test
    void theHandlerIsTheDemosHandler() throws IOException {
        assertThat(blocks("java").get(0).strip())
                .isEqualTo(source("handlers/src/main/java/org/tucuxi/demo/handlers/AddCustomHeader.java").strip());
    }

    @Test
    void thePlainProgramRunsAsItStandsThere() throws Exception {
        String snippet = blocks("java").get(1).strip();
        assertThat(source("app/src/test/java/org/tucuxi/demo/app/PlainProgram.java").replaceAll("(?m)^        ", ""))
                .contains(snippet);

        try (S3Server server = S3Server.start()) {
            String output = run(work, environment(server), List.of("java", "-cp",
                    jar("distribution", "tucuxi") + File.pathSeparator + ROOT.resolve("itests/demo/app/target/test-classes"),
                    PlainProgram.class.getName()));

            assertThat(output.lines()).last().isEqualTo("[]");
        }
    }

    @Test
    void pagesAreReadAsItStandsThere() throws Exception {
        String snippet = blocks("java").get(2).strip();
        assertThat(source("app/src/test/java/org/tucuxi/demo/app/PagesProgram.java").replaceAll("(?m)^            ", ""))
                .contains(snippet).contains(blocks("java").get(3).strip());

        try (S3Server server = S3Server.start()) {
            makeBucket(server);
            String output = run(work, environment(server), List.of("java", "-cp",
                    jar("distribution", "tucuxi") + File.pathSeparator + ROOT.resolve("itests/demo/app/target/test-classes"),
                    PagesProgram.class.getName()));

            // Of the keys of-100, of-101, of-102, of-99 the first three are read.
            assertThat(output.lines()).containsSubsequence("of-101", "of-102").doesNotContain("of-99", "of-100")
                    .anyMatch(line -> line.startsWith("StartingToken of the next reading: "))
                    .anyMatch(line -> line.startsWith("Form: ") && line.contains("x-amz-signature"));
            String url = output.lines().filter(line -> line.startsWith("URL: ")).findFirst().orElseThrow().substring(5);
            try (InputStream object = URI.create(url).toURL().openStream()) {
                assertThat(object.readAllBytes()).hasSize(101);
            }
        }
    }

    @Test
    void theStubberAnswersAsItStandsThere() throws Exception {
        String snippet = blocks("java").get(4).strip();
        assertThat(source("app/src/test/java/org/tucuxi/demo/app/StubbedProgram.java").replaceAll("(?m)^            ", ""))
                .contains(snippet);

        String output = run(work, Map.of("AWS_EC2_METADATA_DISABLED", "true", "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"), List.of("java", "-cp", jar("distribution", "tucuxi")
                + File.pathSeparator + jar("bundles/testing", "org.tucuxi.testing") + File.pathSeparator
                + ROOT.resolve("itests/demo/app/target/test-classes"), StubbedProgram.class.getName()));

        assertThat(output).contains("[{Name=photos}]", "NoSuchKey", "gone");
    }

    @Test
    void theShellsCommandsRun() throws Exception {
        String commands = blocks("text").get(2).lines().map(line -> line.split(" {2,}")[0]).collect(Collectors.joining("\n"));

        try (S3Server server = S3Server.start()) {
            makeBucket(server);
            String output = run(work, environment(server),
                    List.of("java", "-jar", jar("distribution", "tucuxi"), "--deploy", work.resolve("deploy").toString(), "-c",
                            commands));

            assertThat(commands.lines()).hasSizeGreaterThan(5).allMatch(line -> line.startsWith("tucuxi:"));
            assertThat(output).contains("\"Name\"", "my-default-bucket", "org.tucuxi.services.s3").doesNotContain(
                    S3Server.SECRET_KEY);
        }
    }

    private static void makeBucket(S3Server server) {
        try (Tucuxi tucuxi = Tucuxi.start()) {
            Client s3 = tucuxi.session().client("s3", ClientConfig.builder().regionName("us-east-1")
                    .credentials(Credentials.of(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)).endpointUrl(server.endpointUrl())
                    .build());
            s3.call("CreateBucket", Map.of("Bucket", "my-default-bucket"));
        }
    }

    @Test
    void theModelToolMakesABundle() throws Exception {
        String command = blocks("sh").get(2).strip();
        assertThat(command).contains("--service route53");
        Path data = Files.createDirectories(work.resolve("botocore/data/route53/2013-04-01"));
        Files.writeString(data.resolve("service-2.json"), """
                {"metadata": {"apiVersion": "2013-04-01", "serviceId": "Route 53", "protocol": "rest-xml",
                              "endpointPrefix": "route53"},
                 "operations": {}, "shapes": {}}
                """);

        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.set(2, jar("bundles/modeltool", "org.tucuxi.modeltool"));
        run(work, Map.of(), line);

        try (Stream<Path> made = Files.list(work.resolve("deploy"))) {
            assertThat(made).anyMatch(file -> file.getFileName().toString().contains("route53"));
        }
    }
}
