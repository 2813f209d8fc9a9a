package org.tucuxi.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.ShapeType;

/** The real model of S3, as its bundle has it. */
class S3ModelTest {

    private static final List<Path> FOLDERS = List.of(Path.of("../services/s3/src/main/resources/models"),
            Path.of("../services/sts/src/main/resources/models"));

    private final ModelCatalog catalog = new ModelLibrary().catalog(FOLDERS);
    private final LoadedService s3 = catalog.service("s3", null);

    @Test
    void isWhole() {
        ServiceModel model = s3.model();

        for (String name : model.operationNames()) {
            OperationModel operation = model.operation(name);
            if (operation.input() != null) {
                operation.input().members().values().forEach(member -> assertThat(member.type()).isNotNull());
            }
            operation.errors();
        }
        assertThat(model.operationNames()).hasSizeGreaterThan(100);
        assertThat(model.errorShape("NoSuchBucket").name()).isEqualTo("NoSuchBucket");
        assertThat(model.protocols()).containsExactly("rest-xml");
    }

    @Test
    void hasTheBucketInTheEndpoint() {
        assertThat(s3.model().operation("GetObject").requestUri()).isEqualTo("/{Key+}");
        assertThat(s3.model().operation("GetBucketAcl").requestUri()).isEqualTo("?acl");
        assertThat(s3.model().operation("CreateBucket").map("http")).containsEntry("requestUri", "")
                .containsEntry("authPath", "/{Bucket}/");
        assertThat(s3.model().operationNames()).allSatisfy(name ->
                assertThat(s3.model().operation(name).requestUri()).doesNotContain("{Bucket}"));
    }

    @Test
    void hasTheReferencesExtras() {
        assertThat(s3.model().shape("Expires").type()).isEqualTo(ShapeType.TIMESTAMP);
        assertThat(Trees.map(catalog.data("s3", ModelCatalog.PAGINATORS, null), "pagination"))
                .containsKey("ListParts");
    }

    @Test
    void hasRulesWaitersAndResources() {
        assertThat(s3.endpointRuleSet()).containsKeys("parameters", "rules");
        assertThat(catalog.data("s3", ModelCatalog.WAITERS, null)).containsKey("waiters");
        assertThat(catalog.data("s3", ModelCatalog.RESOURCES, null)).containsKey("service");
        assertThat(catalog.service("sts", null).model().protocols()).containsExactly("query");
    }

    @Test
    void carriesNoDocumentation() {
        Map<String, Object> model = catalog.data("s3", ModelCatalog.SERVICE, null);

        assertThat(model).doesNotContainKeys("documentation", "examples");
        assertThat(s3.model().operation("PutObject").trait("documentation")).isNull();
    }

    @Test
    void isReadOnceAndByNobodyTwice() {
        assertThat(catalog.service("s3", "2006-03-01")).isSameAs(s3);
        assertThat(s3.model().operation("PutObject")).isSameAs(s3.model().operation("PutObject"));
    }
}
