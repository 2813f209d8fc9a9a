package org.tucuxi.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that the jar does not bring: made from botocore's data, installed, and there at the next start. */
class ImportIT {

    private static final String MODEL = "{\"version\":\"2.0\",\"metadata\":{\"apiVersion\":\"2020-01-01\","
            + "\"endpointPrefix\":\"%1$s\",\"protocol\":\"%2$s\",\"serviceFullName\":\"%1$s\",\"serviceId\":\"%1$s\","
            + "\"signatureVersion\":\"v4\"},\"operations\":{},\"shapes\":{}}";

    @TempDir
    Path folder;
    private Jar jar;

    @BeforeEach
    void makeData() throws IOException {
        jar = new Jar(folder);
        service("one", String.format(MODEL, "one", "rest-xml"));
        service("two", String.format(MODEL, "two", "carrier-pigeon"));
        Files.writeString(folder.resolve("botocore/__init__.py"), "__version__ = '1.2.3'\n");
    }

    private void service(String name, String model) throws IOException {
        Path version = Files.createDirectories(folder.resolve("botocore/data").resolve(name).resolve("2020-01-01"));
        Files.writeString(version.resolve("service-2.json"), model);
    }

    @Test
    void aRunningPlatformTakesServices() throws Exception {
        Jar.Ended ended = jar.run("-jar", Jar.FILE.toString(), "-c",
                "tucuxi:import botocore/data; tucuxi:import botocore/data one; tucuxi:services; tucuxi:missing");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("botocore 1.2.3: 2 installed, 0 updated, 0 kept, 0 broken",
                        "botocore 1.2.3: 0 installed, 1 updated, 0 kept, 0 broken", "Nothing is missing.")
                .containsPattern("\none +2020-01-01 +ready +org.tucuxi.services.one/1.2.3\n")
                .containsPattern("\ntwo +2020-01-01 +protocol carrier-pigeon is missing"
                        + " +org.tucuxi.services.two/1.2.3\n");
        jar.assertNothingIsLeft();
    }

    @Test
    void importedServicesAreThereAtEveryLaterStart() throws Exception {
        Files.createDirectories(folder.resolve("deploy"));
        Files.writeString(folder.resolve("deploy/org.tucuxi.services.one-1.0.0.jar"), "of the day before");
        Files.writeString(folder.resolve("deploy/org.tucuxi.services.one-more-1.0.0.jar"), "another's");

        Jar.Ended imported = jar.run("-jar", Jar.FILE.toString(), "import", "botocore", "one");
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).startsWith("botocore 1.2.3: 1 of 1 services are now in deploy, in ");
        assertThat(imported.status()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("deploy"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "org.tucuxi.services.one.jar", "org.tucuxi.services.one-more-1.0.0.jar");
        }
        jar.assertNothingIsLeft();

        Jar.Ended ended = jar.run("-jar", Jar.FILE.toString(), "-c", "tucuxi:services");
        assertThat(ended.out()).containsPattern("\none +2020-01-01 +ready +org.tucuxi.services.one/1.2.3\n")
                .doesNotContain("\ntwo ");
    }

    @Test
    void aBrokenServiceIsSaidAndTheOthersAreImported() throws Exception {
        service("broken", "{\"metadata\":\n7,}");

        Jar.Ended ended = jar.run("-jar", Jar.FILE.toString(), "import", "botocore/data", "--deploy", "there");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("broken: ").contains("line 2").hasLineCount(1);
        assertThat(ended.out()).startsWith("botocore 1.2.3: 2 of 3 services are now in there");
        assertThat(folder.resolve("there")).isDirectoryContaining("glob:**/org.tucuxi.services.two.jar")
                .isDirectoryNotContaining("glob:**/*broken*");
        jar.assertNothingIsLeft();
    }

    @Test
    void aSourceThatIsNoneIsSaid() throws Exception {
        Jar.Ended ended = jar.run("-jar", Jar.FILE.toString(), "import", "nothing-here");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("There is no folder and no wheel at nothing-here").hasLineCount(1);
    }

    /** With -Dbotocore=…: its folder "data" or its wheel. */
    @Test
    void everyServiceOfBotocoreStartsAndIsListed() throws Exception {
        String botocore = System.getProperty("botocore", "");
        assumeThat(botocore).as("-Dbotocore says where botocore's data are").isNotEmpty();

        Jar.Ended ended = jar.run("-jar", Jar.FILE.toString(), "-c", "tucuxi:import " + botocore
                + "; tucuxi:services");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        Matcher counts = Pattern.compile(
                "(botocore \\S+): (\\d+) installed, (\\d+) updated, (\\d+) kept, 0 broken, in .*")
                .matcher(ended.out());
        assertThat(counts.find()).isTrue();
        System.out.println(counts.group());
        int services = Integer.parseInt(counts.group(2)) + Integer.parseInt(counts.group(3))
                + Integer.parseInt(counts.group(4));
        assertThat(services).isGreaterThan(400);
        assertThat(ended.out().lines().filter(line -> line.contains(" org.tucuxi.services.")).toList())
                .hasSize(services)
                .allSatisfy(line -> assertThat(line).containsPattern(" ready | protocol \\S+( or \\S+)* is missing "));
        jar.assertNothingIsLeft();
    }
}
