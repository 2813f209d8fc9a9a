package org.tucuxi.services.s3control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.models.ModelLibrary;

class OutpostArnsTest {

    private static final ServiceModel MODEL = new ModelLibrary().catalog(List.of(Path.of("src/main/resources/models")))
            .service("s3control", null).model();
    private static final String POINT = "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap";
    private static final String BUCKET = "arn:aws:s3-outposts:us-west-2:123456789012:outpost:op-1:bucket:b";

    private final Map<String, Object> context = new HashMap<>();

    private Map<String, Object> params(String operation, Map<String, Object> given) {
        Map<String, Object> params = new HashMap<>(given);
        new OutpostArns().handle(new BeforeEndpointResolution("before-endpoint-resolution.s3-control", new HashMap<>(),
                MODEL.operation(operation), params, context));
        return params;
    }

    @Test
    void theAccountOfTheNameIsTheCalls() {
        assertThat(params("GetAccessPoint", Map.of("Name", POINT)))
                .isEqualTo(Map.of("Name", POINT, "AccountId", "123456789012"));
        assertThat(params("GetBucket", Map.of("Bucket", BUCKET)))
                .isEqualTo(Map.of("Bucket", BUCKET, "AccountId", "123456789012"));
    }

    @Test
    void plainNamesStayAsTheyAre() {
        Map<String, Object> given = Map.of("Name", "ap", "Bucket", "b", "AccountId", "123456789012");

        assertThat(params("GetAccessPoint", given)).isEqualTo(given);
        assertThat(params("GetAccessPoint", Map.of("Name", "arn:aws:s3"))).isEqualTo(Map.of("Name", "arn:aws:s3"));
    }

    @Test
    void theNameOfAnAccessPointToBeIsNotLookedAt() {
        assertThat(params("CreateAccessPoint", Map.of("Name", "arn:a:b:c:d:e"))).doesNotContainKey("AccountId");
    }

    @Test
    void anotherAccountIsRefused() {
        assertThatThrownBy(() -> params("GetBucket", Map.of("Bucket", BUCKET, "AccountId", "210987654321")))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining("210987654321")
                .hasMessageContaining(BUCKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:us-west-2:123456789012:accesspoint/ap", BUCKET,
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint",
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap/more",
        "arn:aws:s3-outposts:fips-us-west-2:123456789012:outpost/op-1/accesspoint/ap"})
    void aNameOfSomethingElseIsRefused(String name) {
        assertThatThrownBy(() -> params("GetAccessPoint", Map.of("Name", name)))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining(name);
    }

    @Test
    void thereIsNoAcceleration() {
        context.put("client_config", ClientConfig.builder().s3(Map.of("use_accelerate_endpoint", true)).build());

        assertThatThrownBy(() -> params("GetBucket", Map.of("Bucket", BUCKET)))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("accelerate");
    }

    @Test
    void anOutpostIsNamedByItsIdWhereThereIsNoName() {
        params("CreateBucket", Map.of("Bucket", "b", "OutpostId", "op-1"));

        assertThat(context).containsEntry("outpost_id", "op-1");
    }

    @Test
    void theModelLeavesTheAccountToTheEndpointRules() {
        assertThat(MODEL.operation("GetAccessPoint").map("endpoint")).isEmpty();
    }
}
