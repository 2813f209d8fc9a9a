package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.client.EndpointDefaults.Question;

/** The built-in values of endpoint rules, case by case of the reference. */
class BuiltInsTest {

    private static final EndpointDefaults RESOLVED =
            new EndpointDefaults("aws", "https://resolved.invalid", "resolved-region", "us-east-1", "svc", Set.of());

    private static Question question(String prefix, String region, String url, Map<String, Object> s3) {
        return new Question(Stub.service(prefix), region, url, true, true, true, s3, null);
    }

    private static Map<String, Object> of(Question question) {
        return BuiltIns.of(question, RESOLVED, "preferred", null, () -> "123456789012");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "s3,  us-west-2, resolved-region",
        "sts, us-west-2, resolved-region",
        "iam, us-west-2, us-west-2",
        "iam, -,         resolved-region",
    })
    void theRegionIsTheResolvedOneOfS3AndStsAndWithoutARegion(String prefix, String region, String expected) {
        assertThat(of(question(prefix, region, null, Map.of()))).containsEntry(BuiltIns.REGION, expected);
    }

    @Test
    void variantsAreOffWithAnEndpointOfTheUsers() {
        assertThat(of(question("s3", "eu-west-1", null, Map.of())))
                .containsEntry(BuiltIns.USE_FIPS, true).containsEntry(BuiltIns.USE_DUAL_STACK, true)
                .containsEntry(BuiltIns.ENDPOINT, null);
        assertThat(of(question("s3", "eu-west-1", "http://h", Map.of())))
                .containsEntry(BuiltIns.USE_FIPS, false).containsEntry(BuiltIns.USE_DUAL_STACK, false)
                .containsEntry(BuiltIns.ENDPOINT, "http://h");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // style,  accelerate, url,                                  forced
        "-,        false,      -,                                    false",
        "path,     false,      -,                                    true",
        "virtual,  false,      -,                                    false",
        "-,        false,      http://h,                             true",
        "auto,     false,      http://h,                             true",
        "virtual,  false,      http://h,                             false",
        "path,     true,       -,                                    false",
        "path,     false,      https://s3-accelerate.amazonaws.com,  false",
    })
    void pathStyleIsForced(String style, boolean accelerate, String url, boolean forced) {
        Map<String, Object> s3 = new java.util.HashMap<>(Map.of("use_accelerate_endpoint", accelerate));
        s3.put("addressing_style", style);

        assertThat(of(question("s3", "eu-west-1", url, s3))).containsEntry(BuiltIns.S3_FORCE_PATH_STYLE, forced);
    }

    @Test
    void arnRegionsAreUsedByS3AndNotByS3Control() {
        Map<String, Object> unset = of(question("s3", "eu-west-1", null, Map.of()));
        Map<String, Object> set = of(question("s3", "eu-west-1", null, Map.of("use_arn_region", "true")));
        Map<String, Object> cleared = of(question("s3", "eu-west-1", null, Map.of("use_arn_region", false)));

        assertThat(unset).containsEntry(BuiltIns.S3_USE_ARN_REGION, true)
                .containsEntry(BuiltIns.S3_CONTROL_USE_ARN_REGION, false);
        assertThat(set).containsEntry(BuiltIns.S3_CONTROL_USE_ARN_REGION, true);
        assertThat(cleared).containsEntry(BuiltIns.S3_USE_ARN_REGION, false);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"us-east-1,-,true", "-,-,true", "us-east-1,legacy,true",
            "us-east-1,regional,false",
        "us-west-2,-,false"})
    void theGlobalEndpointOfS3(String region, String mode, boolean global) {
        Map<String, Object> s3 = mode == null ? Map.of() : Map.of("us_east_1_regional_endpoint", mode);

        assertThat(of(question("s3", region, null, s3))).containsEntry(BuiltIns.S3_GLOBAL, global);
    }

    @Test
    void theAccountIsAskedForOnlyWhenRulesNeedIt() {
        Map<String, Object> builtIns = BuiltIns.of(question("s3", "eu-west-1", null, Map.of()), RESOLVED, "required",
                "true",
                () -> {
                    throw new IllegalStateException("asked");
                });

        assertThat(builtIns.get(BuiltIns.ACCOUNT_ID)).isInstanceOf(Supplier.class);
        assertThat(builtIns).containsEntry(BuiltIns.ACCOUNT_ID_MODE, "required")
                .containsEntry(BuiltIns.S3_DISABLE_EXPRESS_AUTH, true);
    }
}
