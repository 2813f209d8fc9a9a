package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.TucuxiException;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;

/** Which exception the user gets for what the rules refuse. */
class EndpointErrorsTest {

    private static RuleSet refusing(String message) {
        return new RuleSet() {
            @Override
            public Endpoint resolve(Map<String, Object> parameters) {
                throw new EndpointResolutionException(message);
            }

            @Override
            public Map<String, Parameter> parameters() {
                return Map.of();
            }
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "s3          | Invalid ARN: bucket ARN is missing a region                          | parameters",
        "s3          | Invalid configuration: region from ARN does not match client region  | configuration",
        "s3          | Client was configured for partition `aws` but ARN has `aws-cn`       | configuration",
        "s3          | Access Points do not support S3 Accelerate                           | configuration",
        "s3          | S3 MRAP does not support dual-stack                                  | configuration",
        "s3          | S3 Object Lambda does not support S3 Accelerate                      | configuration",
        "s3          | Accelerate cannot be used with FIPS                                  | configuration",
        "s3          | Path-style addressing cannot be used with S3 Accelerate              | rules",
        "s3-control  | Invalid ARN: failed to parse ARN                                     | parameters",
        "s3-control  | AccountId is required but not set                                    | parameters",
        "s3-control  | Invalid configuration: region from ARN does not match client region  | configuration",
        "eventbridge | EndpointId must be a valid host label.                               | configuration",
        "test-lab    | Invalid ARN: nobody's                                                | rules",
        "test-lab    | Invalid configuration: nobody's                                      | rules",
    })
    void refusalsAreToldByWhatHasToChange(String sid, String message, String kind) {
        Class<? extends TucuxiException> expected = switch (kind) {
            case "parameters" -> ParamValidationException.class;
            case "configuration" -> InvalidConfigException.class;
            default -> EndpointResolutionException.class;
        };

        assertThatThrownBy(() -> EndpointErrors.resolve(refusing(message), Map.of(), sid)).isExactlyInstanceOf(expected)
                .hasMessageContaining(message);
    }
}
