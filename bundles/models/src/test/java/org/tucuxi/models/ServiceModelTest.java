package org.tucuxi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

class ServiceModelTest {

    @TempDir
    Path folder;
    private ModelFolder files;

    @BeforeEach
    void setUp() {
        files = new ModelFolder(folder);
    }

    @Test
    void readsMetadata() throws IOException {
        ServiceModel model = files.load("", "");

        assertThat(model.serviceName()).isEqualTo("my");
        assertThat(model.serviceId()).isEqualTo("My Service");
        assertThat(model.hyphenizedServiceId()).isEqualTo("my-service");
        assertThat(model.apiVersion()).isEqualTo("2020-01-01");
        assertThat(model.endpointPrefix()).isEqualTo("my");
        assertThat(model.signingName()).isEqualTo("my");
        assertThat(model.protocols()).containsExactly("rest-json");
        assertThatThrownBy(() -> model.metadata().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesTheListOfProtocolsBeforeTheOne() throws IOException {
        files.write("a/1/service-2.json",
                "{'metadata':{'serviceId':'A','protocol':'query','protocols':['json','query']}}");

        assertThat(files.catalog().service("a", null).model().protocols()).containsExactly("json", "query");
    }

    @Test
    void readsAnOperation() throws IOException {
        OperationModel operation = files.load(
                "'GetIt':{'http':{'method':'GET','requestUri':'/it/{Id}'},'input':{'shape':'In'},"
                        + "'output':{'shape':'Out'},"
                        + "'errors':[{'shape':'Gone'}],'auth':['aws.auth#sigv4'],'httpChecksumRequired':true}",
                "'In':{'type':'structure','members':{'Id':{'shape':'S'}}},'S':{'type':'string'},"
                        + "'Out':{'type':'structure','members':{'Body':{'shape':'B'}},'payload':'Body'},"
                        + "'B':{'type':'blob'},"
                        + "'Gone':{'type':'structure','members':{},'exception':true}").operation("GetIt");

        assertThat(operation.httpMethod()).isEqualTo("GET");
        assertThat(operation.requestUri()).isEqualTo("/it/{Id}");
        assertThat(operation.input().name()).isEqualTo("In");
        assertThat(operation.hasStreamingOutput()).isTrue();
        assertThat(operation.hasStreamingInput()).isFalse();
        assertThat(operation.errors()).extracting(Shape::name).containsExactly("Gone");
        assertThat(operation.trait("auth")).isEqualTo(List.of("aws.auth#sigv4"));
        assertThat(operation.flag("httpChecksumRequired")).isTrue();
    }

    @Test
    void defaultsAnOperationToPostOnTheRoot() throws IOException {
        OperationModel operation = files.load("'Op':{}", "").operation("Op");

        assertThat(operation.httpMethod()).isEqualTo("POST");
        assertThat(operation.requestUri()).isEqualTo("/");
        assertThat(operation.input()).isNull();
        assertThat(operation.output()).isNull();
        assertThat(operation.errors()).isEmpty();
    }

    @Test
    void laysTheAttributesOfAReferenceOverTheShape() throws IOException {
        ServiceModel model = files.load("", "'In':{'type':'structure','required':['B'],'members':{"
                + "'A':{'shape':'S','locationName':'mine','location':'header'},'B':{'shape':'S'}}},"
                + "'S':{'type':'string','locationName':'own','min':1}");
        StructureShape in = (StructureShape) model.shape("In");

        Shape a = in.members().get("A");
        Shape b = in.members().get("B");

        assertThat(a.locationName()).isEqualTo("mine");
        assertThat(a.location()).isEqualTo("header");
        assertThat(a.trait("min")).isEqualTo(1);
        assertThat(b.locationName()).isEqualTo("own");
        assertThat(b.location()).isNull();
        assertThat(in.required()).containsExactly("B");
        assertThat(in.members().keySet()).containsExactly("A", "B");
        assertThat(in.members()).isSameAs(in.members());
    }

    @Test
    void followsShapesThatContainThemselves() throws IOException {
        ServiceModel model = files.load("",
                "'Tree':{'type':'structure','members':{'Left':{'shape':'Tree'},'More':{'shape':'Trees'},"
                        + "'Named':{'shape':'ByName'}}},"
                        + "'Trees':{'type':'list','member':{'shape':'Tree'}},"
                        + "'ByName':{'type':'map','key':{'shape':'S'},'value':{'shape':'Tree'}},'S':{'type':'string'},"
                        + "'Loop':{'type':'list','member':{'shape':'Loop'}}");
        StructureShape tree = (StructureShape) model.shape("Tree");

        Shape deep = tree;
        for (int i = 0; i < 1000; i++) {
            deep = ((StructureShape) deep).members().get("Left");
        }
        Shape item = ((ListShape) tree.members().get("More")).member();
        MapShape byName = (MapShape) tree.members().get("Named");

        assertThat(deep).isSameAs(tree);
        assertThat(item.name()).isEqualTo("Tree");
        assertThat(byName.key().type()).isEqualTo(ShapeType.STRING);
        assertThat(byName.value().name()).isEqualTo("Tree");
        assertThat(((ListShape) model.shape("Loop")).member().name()).isEqualTo("Loop");
    }

    @Test
    void findsErrorsOfTheWholeServiceByCode() throws IOException {
        ServiceModel model = files.load("",
                "'First':{'type':'structure','members':{},'error':{'code':'Same'},'exception':true},"
                        + "'Plain':{'type':'structure','members':{},'exception':true},"
                        + "'NoError':{'type':'structure','members':{},'exception':false},"
                        + "'Second':{'type':'structure','members':{},'exception':true,'error':{'code':'Same'}}");

        assertThat(model.errorShapes()).extracting(Shape::name).containsExactly("First", "Plain", "Second");
        assertThat(model.errorShape("Same").name()).isEqualTo("Second");
        assertThat(model.errorShape("Plain").name()).isEqualTo("Plain");
        assertThat(model.errorShape("First")).isNull();
        assertThat(model.errorShape(null)).isNull();
    }

    @Test
    void knowsOperationsByThreeNames() throws IOException {
        ServiceModel model = files.load("'ListThings':{},'list_things':{},'GetIt':{}", "");

        assertThat(model.operationNames()).containsExactly("ListThings", "list_things", "GetIt");
        assertThat(model.resolveOperation("GetIt")).isEqualTo("GetIt");
        assertThat(model.resolveOperation("get_it")).isEqualTo("GetIt");
        assertThat(model.resolveOperation("getIt")).isEqualTo("GetIt");
        assertThat(model.resolveOperation("list_things")).isEqualTo("list_things");
        assertThat(model.resolveOperation("nothing")).isNull();
        assertThat(model.resolveOperation(null)).isNull();
    }

    @Test
    void listsMethodNames() throws IOException {
        assertThat(files.load("'ListThingsV2':{},'GetIt':{}", "").methodToOperation())
                .isEqualTo(Map.of("list_things_v2", "ListThingsV2", "get_it", "GetIt"));
    }

    @Test
    void hasNothingUnderUnknownNames() throws IOException {
        ServiceModel model = files.load("", "");

        assertThat(model.operation("X")).isNull();
        assertThat(model.shape("X")).isNull();
        assertThat(model.operation(null)).isNull();
        assertThat(model.shape(null)).isNull();
    }
}
