package org.tucuxi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ModelLoader;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;

class BrokenModelsTest {

    @TempDir
    Path folder;
    private ModelFolder files;
    private ModelLoader loader;

    @BeforeEach
    void setUp() {
        files = new ModelFolder(folder);
        loader = new ModelLibrary();
    }

    private ServiceModel load() {
        return loader.catalog(List.of(folder)).service("a", null).model();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'metadata':{'serviceId':'A'                             | line 1, column",
        "[]                                                       | must be a JSON object",
        "''                                                       | must be a JSON object",
        "hello                                                    | line 1, column",
        "{'metadata':[]}                                          | $.metadata must be an object",
        "{'metadata':{'protocol':'json'}}                         | $.metadata.serviceId is missing",
        "{'metadata':{'serviceId':'A'}}                           | $.metadata.protocol is missing",
        "{'metadata':{'serviceId':'A','protocol':'json'},'operations':[]} | $.operations must be an object",
        "{'metadata':{'serviceId':'A','protocol':'json'},'operations':{'O':7}} | $.operations.O must be an object",
        "{'metadata':{'serviceId':'A','protocol':'json'},'shapes':{'S':'string'}} | $.shapes.S must be an object",
        "{'metadata':{'serviceId':'A','protocol':'json'}} {}      | something follows",
    })
    void saysWhereAModelIsBroken(String text, String message) throws IOException {
        Path file = files.write("a/1/service-2.json", text);

        assertThatThrownBy(this::load).isInstanceOf(ModelException.class).hasMessageContaining(file.toString())
                .hasMessageContaining(message);
        assertThat(loader.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo(file.toString());
            assertThat(problem.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "'In':{'type':'structure','members':{'A':{'shape':'Gone'}}} | $.shapes.In.members.A refers to the shape Gone",
        "'In':{'type':'structure','members':{'A':{}}}  | $.shapes.In.members.A must be an object with a text \"shape\"",
        "'In':{'type':'structure','members':{'A':7}}   | $.shapes.In.members.A must be an object",
        "'In':{'type':'structure','members':[]}        | $.shapes.In.members must be an object",
        "'In':{'type':'list','member':{'shape':'In'}}  | $.operations.Op.input must be a structure, but In is a list",
        "'In':{'type':'strukture'}                     | $.shapes.In.type is strukture",
        "'In':{}                                       | $.shapes.In.type is null",
        "'Other':{'type':'string'}                     | $.operations.Op.input refers to the shape In",
    })
    void saysWhereAShapeIsBrokenWhenItIsNeeded(String shapes, String message) throws IOException {
        files.write("a/1/service-2.json", ModelFolder.model("'Fine':{},\n  'Op':{'input':{'shape':'In'}}", shapes));

        ServiceModel model = load();

        assertThat(model.operation("Fine")).isNotNull();
        assertThatThrownBy(() -> model.operation("Op").input().members()).isInstanceOf(ModelException.class)
                .hasMessageContaining("line 2, column").hasMessageContaining(message);
        assertThat(loader.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void saysWhereAListLies() throws IOException {
        files.write("a/1/service-2.json", ModelFolder.model("", "'L':{'type':'list'}"));

        assertThatThrownBy(() -> ((ListShape) load().shape("L")).member()).isInstanceOf(ModelException.class)
                .hasMessageContaining("$.shapes.L.member must be an object");
    }

    @Test
    void tellsOfAStrangeNameInOneShortLine() throws IOException {
        String name = "x\\r\\u001b[31m" + "y".repeat(5000);
        files.write("a/1/service-2.json", ModelFolder.model("'Op':{'input':{'shape':'" + name + "'}}", ""));
        files.write("b/1/service-2.json",
                "{'metadata':{'serviceId':'A','protocol':'json'},'shapes':{'S':'" + name + "'}}");

        assertThatThrownBy(() -> load().operation("Op")).isInstanceOf(ModelException.class)
                .hasMessageContaining("refers to the shape x??[31myyy")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1500));
        assertThatThrownBy(() -> loader.catalog(List.of(folder)).service("b", null)).isInstanceOf(ModelException.class)
                .hasMessageContaining("must be an object, not x??[31myyy")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1500));
    }

    @Test
    void staysOnTheStackHoweverDeepTheNesting() throws IOException {
        files.write("a/1/service-2.json", "{'metadata':" + "{'a':".repeat(100_000) + "1" + "}".repeat(100_001));
        files.write("b/1/service-2.json", "{'x':" + "[".repeat(100_000));
        files.write("c/1/waiters-2.json", "{'x':" + "[".repeat(100_000));

        assertThatThrownBy(this::load).isInstanceOf(ModelException.class).hasMessageContaining("depth");
        assertThatThrownBy(() -> loader.catalog(List.of(folder)).service("b", null)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> loader.catalog(List.of(folder)).data("c", "waiters-2", null))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void refusesAZipBombAndWhatIsNoGzip() throws IOException {
        Path bomb = files.write("a/1/service-2.json.gz", new byte[0]);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 65; i++) {
                out.write(spaces);
            }
        }
        Path noGzip = files.write("b/1/service-2.json.gz", "{}");

        assertThatThrownBy(this::load).isInstanceOf(ModelException.class).hasMessageContaining(bomb.toString())
                .hasMessageContaining("64 MiB");
        assertThatThrownBy(() -> loader.catalog(List.of(folder)).service("b", null)).isInstanceOf(ModelException.class)
                .hasMessageContaining(noGzip.toString());
    }

    @Test
    void refusesOtherEncodingsButTakesAByteOrderMark() throws IOException {
        String text = ModelFolder.model("'Op':{}", "").replace('\'', '"');
        files.write("a/1/service-2.json", text.getBytes(StandardCharsets.UTF_16));
        files.write("b/1/service-2.json", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::load).isInstanceOf(ModelException.class).hasMessageContaining("UTF-8");
        assertThat(loader.catalog(List.of(folder)).service("b", null).model().operation("Op").name()).isEqualTo("Op");
    }

    @Test
    void refusesWhatIsNoUtf8BehindAByteOrderMark() throws IOException {
        String text = ModelFolder.model("'Op':{}", "").replace('\'', '"');
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            files.write("a/1/service-2.json", join(mark, text.getBytes(other)));

            assertThatThrownBy(this::load).isInstanceOf(ModelException.class).hasMessageContaining("UTF-8");
        }
        files.write("a/1/service-2.json", join(mark, join(mark, text.getBytes(StandardCharsets.UTF_8))));

        assertThatThrownBy(this::load).isInstanceOf(ModelException.class).hasMessageContaining("UTF-8");
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void harmsNoOtherModelAndForgetsTheProblemWhenItIsSolved() throws IOException {
        files.write("a/1/service-2.json", "{");
        files.write("b/1/service-2.json", ModelFolder.model("'Op':{}", ""));
        assertThatThrownBy(this::load).isInstanceOf(ModelException.class);

        assertThat(loader.catalog(List.of(folder)).service("b", null).model().operation("Op")).isNotNull();
        files.write("a/1/service-2.json", ModelFolder.model("", ""));

        assertThat(load().serviceId()).isEqualTo("My Service");
        assertThat(loader.problems()).isEmpty();
    }

    @Test
    void keepsNonAsciiTextInItsPlace() throws IOException {
        files.write("a/1/service-2.json", ModelFolder.model(
                "'Öp':{'http':{'requestUri':'/ü€😀'}},'Op':{'http':{'requestUri':'/after'}}", ""));

        assertThat(load().operation("Öp").requestUri()).isEqualTo("/ü€😀");
        assertThat(load().operation("Op").requestUri()).isEqualTo("/after");
    }

    @Test
    void survivesAHandlerThatMakesTheDataCyclic() throws IOException {
        files.write("a/1/service-2.json", ModelFolder.model("", ""));
        var catalog = loader.catalog(List.of(folder));
        var data = catalog.data("a", "service-2", null);
        data.put("self", data);

        assertThatThrownBy(() -> catalog.service("a", null)).isInstanceOf(ModelException.class)
                .hasMessageContaining("changed by a handler");
        data.remove("self");
        assertThat(catalog.service("a", null).model().shape("X")).isNull();
        assertThat((StructureShape) catalog.service("a", null).model().errorShape("X")).isNull();
    }
}
