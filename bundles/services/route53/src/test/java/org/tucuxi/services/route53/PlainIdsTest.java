package org.tucuxi.services.route53;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.services.shared.testing.ServiceEvents;

class PlainIdsTest {

    private static final ServiceEvents ROUTE53 = ServiceEvents.of("route53");

    @ParameterizedTest
    @CsvSource({"GetHostedZone, Id, /hostedzone/Z1, Z1", "GetHostedZone, Id, Z1, Z1", "GetChange, Id, /change/C1, C1",
        "GetReusableDelegationSet, Id, /delegationset/N1, N1", "GetHostedZone, Id, a/b/, ''",
        "ListResourceRecordSets, HostedZoneId, /hostedzone/Z1, Z1",
        "CreateHostedZone, DelegationSetId, /delegationset/N1, N1"})
    void takesTheIdsThatItGives(String operation, String member, String given, String sent) {
        BeforeParameterBuild event = ROUTE53.parameters(operation, Map.of(member, given));

        new PlainIds().handle(event);

        assertThat(event.params()).isEqualTo(Map.of(member, sent));
    }

    @Test
    void leavesOtherParameters() {
        Map<String, Object> params = Map.of("Name", "a/b", "CallerReference", "c/d");
        BeforeParameterBuild event = ROUTE53.parameters("CreateHostedZone", params);
        BeforeParameterBuild wrongType = ROUTE53.parameters("GetHostedZone", Map.of("Id", 1));

        new PlainIds().handle(event);
        new PlainIds().handle(wrongType);

        assertThat(event.params()).isEqualTo(params);
        assertThat(wrongType.params()).isEqualTo(Map.of("Id", 1));
    }
}
