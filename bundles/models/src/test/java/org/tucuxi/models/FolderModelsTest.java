package org.tucuxi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.model.DataNotFoundException;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelLoader;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.UnknownServiceException;

class FolderModelsTest {

    private static final String EMPTY = ModelFolder.model("", "");

    @TempDir
    Path first;
    @TempDir
    Path second;

    private ModelCatalog both() {
        return new ModelLibrary().catalog(List.of(first, second));
    }

    @Test
    void listsTheServicesOfAllFoldersThatHaveTheType() throws IOException {
        new ModelFolder(first).write("b/1/service-2.json", EMPTY);
        new ModelFolder(second).writePacked("a/1/service-2.json.gz", EMPTY);
        new ModelFolder(second).write("c/1/waiters-2.json", "{}");

        assertThat(both().availableServices("service-2")).containsExactly("a", "b");
        assertThat(both().availableServices("waiters-2")).containsExactly("c");
    }

    @Test
    void takesTheNewestVersionOfTheTypeOverAllFolders() throws IOException {
        new ModelFolder(first).write("a/2019-01-01/service-2.json", EMPTY);
        new ModelFolder(second).write("a/2021-01-01/service-2.json", EMPTY);
        new ModelFolder(second).write("a/2022-01-01/waiters-2.json", "{}");

        assertThat(both().apiVersions("a", "service-2")).containsExactly("2019-01-01", "2021-01-01");
        assertThat(both().service("a", null).source()).startsWith(second.toString());
        assertThat(both().service("a", "2019-01-01").source()).startsWith(first.toString());
    }

    @Test
    void prefersTheFirstFolderAndThePlainFile() throws IOException {
        new ModelFolder(first).write("a/1/paginators-1.json", "{'from':'plain'}");
        new ModelFolder(first).writePacked("a/1/paginators-1.json.gz", "{'from':'packed'}");
        new ModelFolder(second).write("a/1/paginators-1.json", "{'from':'second'}");

        assertThat(both().data("a", "paginators-1", null)).containsEntry("from", "plain");
    }

    @Test
    void mergesExtrasDeeplyAlsoFromAnotherFolder() throws IOException {
        new ModelFolder(first).write("a/1/paginators-1.json", "{'pagination':{'X':{'a':1,'b':[1]}}}");
        new ModelFolder(second).write("a/1/paginators-1.sdk-extras.json",
                "{'version':1.0,'merge':{'pagination':{'X':{'b':[2],'c':3}}}}");

        assertThat(both().data("a", "paginators-1", null)).isEqualTo(
                Map.of("pagination", Map.of("X", Map.of("a", 1, "b", List.of(2), "c", 3))));
    }

    @Test
    void mergesExtrasIntoTheModel() throws IOException {
        new ModelFolder(first).write("my/1/service-2.sdk-extras.json", "{'merge':{'metadata':{'signingName':'sign'},"
                + "'shapes':{'In':{'members':{'More':{'shape':'New'}}},'New':{'type':'long'}}}}");

        ServiceModel model = load("'Op':{'input':{'shape':'In'}}", "'In':{'type':'structure','members':{}}");

        assertThat(model.signingName()).isEqualTo("sign");
        assertThat(model.operation("Op").input().members().get("More").type()).hasToString("LONG");
    }

    private ServiceModel load(String operations, String shapes) throws IOException {
        new ModelFolder(first).write("my/1/service-2.json", ModelFolder.model(operations, shapes));
        return both().service("my", null).model();
    }

    @Test
    void movesTheLabelThatTheEndpointHasOutOfTheRequestUri() throws IOException {
        new ModelFolder(first).write("my/1/service-2.sdk-extras.json",
                "{'merge':{'metadata':{'endpointPathLabel':'Bucket'}}}");

        ServiceModel model = load("'Put':{'http':{'method':'PUT','requestUri':'/{Bucket}/{Key+}'}},"
                + "'Head':{'http':{'requestUri':'/{Bucket}?acl'}},'List':{'http':{'requestUri':'/'}}", "");

        assertThat(model.operation("Put").requestUri()).isEqualTo("/{Key+}");
        assertThat(model.operation("Put").map("http")).containsEntry("authPath", "/{Bucket}/{Key+}")
                .containsEntry("requestUri", "/{Key+}").containsEntry("method", "PUT");
        assertThat(model.operation("Head").requestUri()).isEqualTo("?acl");
        assertThat(model.operation("Head").map("http")).containsEntry("authPath", "/{Bucket}/");
        assertThat(model.operation("List").map("http")).doesNotContainKey("authPath");
    }

    @Test
    void dropsTheHostPrefixThatTheEndpointHas() throws IOException {
        new ModelFolder(first).write("my/1/service-2.sdk-extras.json",
                "{'merge':{'metadata':{'endpointHostLabel':'AccountId'}}}");

        ServiceModel model = load("'Get':{'endpoint':{'hostPrefix':'{AccountId}.','more':'x'}},"
                + "'Other':{'endpoint':{'hostPrefix':'{AccountId}.data.'}},'None':{}", "");

        assertThat(model.operation("Get").map("endpoint")).isEqualTo(Map.of("more", "x"));
        assertThat(model.operation("Other").map("endpoint")).containsEntry("hostPrefix", "{AccountId}.data.");
        assertThat(model.operation("None").map("endpoint")).isEmpty();
    }

    @Test
    void handsOutTheSameDataEachTimeAndTheyCanBeChanged() throws IOException {
        new ModelFolder(first).write("a/1/waiters-2.json", "{'waiters':{}}");
        ModelCatalog catalog = both();

        catalog.data("a", "waiters-2", null).put("more", 1);

        assertThat(catalog.data("a", "waiters-2", "1")).containsEntry("more", 1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void seesWhatAHandlerChangedInTheModelsData() throws IOException {
        new ModelFolder(first).write("my/1/service-2.json", ModelFolder.model("'Op':{}", ""));
        ModelCatalog catalog = both();
        var before = catalog.service("my", null);
        Map<String, Object> data = catalog.data("my", "service-2", null);
        assertThat(catalog.service("my", null)).isSameAs(before);

        ((Map<String, Object>) data.get("operations")).put("Added", Map.of("http", Map.of("method", "GET")));

        assertThat(catalog.service("my", null).model().operation("Added").httpMethod()).isEqualTo("GET");
        assertThat(catalog.service("my", null)).isSameAs(catalog.service("my", null));
        assertThat(before.model().operation("Added")).isNull();
    }

    @Test
    void sharesModelsBetweenSessionsWithTheSameFolders() throws IOException {
        new ModelFolder(first).write("a/1/service-2.json", EMPTY);
        ModelLoader loader = new ModelLibrary();

        ModelCatalog catalog = loader.catalog(List.of(first));

        assertThat(loader.catalog(List.of(first))).isSameAs(catalog);
        assertThat(loader.catalog(List.of(second, first)).service("a", null)).isSameAs(catalog.service("a", null));
    }

    @Test
    void ignoresFoldersThatDoNotExist() {
        assertThat(new ModelLibrary().catalog(List.of(first.resolve("missing"))).availableServices("service-2"))
                .isEmpty();
    }

    @Test
    void saysWhichServicesThereAre() throws IOException {
        new ModelFolder(first).write("a/1/service-2.json", EMPTY);

        assertThatThrownBy(() -> both().service("b", null)).isInstanceOf(UnknownServiceException.class)
                .hasMessage("Unknown service: 'b'. Valid service names are: a");
        assertThatThrownBy(() -> both().service("a", "7")).isExactlyInstanceOf(DataNotFoundException.class)
                .hasMessageContaining("a/7/service-2");
        assertThatThrownBy(() -> both().data("a", "waiters-2", null)).isInstanceOf(UnknownServiceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/../a", "", ".", "a\\b", "/etc", "a\u0000", "C:a"})
    void takesNoNameThatLeadsOutOfTheFolder(String name) throws IOException {
        new ModelFolder(first).write("a/1/service-2.json", EMPTY);
        new ModelFolder(first).write("service-2.json", EMPTY);
        ModelCatalog inner = new ModelLibrary().catalog(List.of(first.resolve("a")));

        assertThatThrownBy(() -> inner.service(name, null)).isInstanceOf(UnknownServiceException.class);
        assertThatThrownBy(() -> both().service("a", name)).isInstanceOf(DataNotFoundException.class);
        assertThatThrownBy(() -> both().data("a", name, null)).isInstanceOf(DataNotFoundException.class);
    }

    @Test
    void listsWhatIsThere() throws IOException {
        new ModelFolder(first).write("a/1/waiters-2.json", "{}");
        new ModelFolder(second).write("a/1/service-2.json", EMPTY);
        new ModelFolder(second).write("a/1/service-2.sdk-extras.json", "{}");

        assertThat(both().entries()).containsExactly(new ModelCatalog.Entry("a", "1", List.of("service-2", "waiters-2"),
                second.resolve("a").toString(), null));
    }

    @Test
    void readsTheEndpointRulesOfTheModelsVersion() throws IOException {
        new ModelFolder(first).write("a/1/service-2.json", EMPTY);
        new ModelFolder(second).write("a/1/endpoint-rule-set-1.json", "{'rules':[{'conditions':[]}]}");
        new ModelFolder(first).write("b/1/service-2.json", EMPTY);

        Map<String, Object> rules = both().service("a", null).endpointRuleSet();

        assertThat(rules).isEqualTo(Map.of("rules", List.of(Map.of("conditions", List.of()))));
        assertThatThrownBy(rules::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(both().service("b", null).endpointRuleSet()).isNull();
    }
}
