package org.tucuxi.services.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.AliasConflictException;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.http.FormBody;
import org.tucuxi.services.shared.testing.RecordingSigner;
import org.tucuxi.services.shared.testing.ServiceEvents;

class Ec2HandlersTest {

    private static final ServiceEvents EC2 = ServiceEvents.of("ec2");

    @Test
    void sendsUserDataInBase64() {
        BeforeParameterBuild text = EC2.parameters("RunInstances", Map.of("UserData", "grün"));
        BeforeParameterBuild bytes = EC2.parameters("RunInstances", Map.of("UserData", new byte[] {1, 2, 3}));
        BeforeParameterBuild none = EC2.parameters("RunInstances", Map.of());

        new InstanceUserData().handle(text);
        new InstanceUserData().handle(bytes);
        new InstanceUserData().handle(none);

        assertThat(text.params()).containsEntry("UserData", "Z3LDvG4=");
        assertThat(bytes.params()).containsEntry("UserData", "AQID");
        assertThat(none.params()).isEmpty();
    }

    @Test
    void leavesFiltersWhereTheModelSaysFilters() {
        BeforeParameterBuild event = EC2.parameters("DescribeInstances", Map.of("Filters", List.of("f")));

        new FiltersAlias().handle(event);

        assertThat(event.params()).isEqualTo(Map.of("Filters", List.of("f")));
    }

    @Test
    void renamesFiltersForEveryOperationThatSaysFilter() {
        List<String> operations = EC2.model().operationNames().stream().filter(name -> EC2.operation(name).input() != null
                && EC2.operation(name).input().members().containsKey("Filter")).toList();

        assertThat(operations).isNotEmpty();
        for (String operation : operations) {
            BeforeParameterBuild event = EC2.parameters(operation, Map.of("Filters", List.of("f")));
            new FiltersAlias().handle(event);
            assertThat(event.params()).as(operation).isEqualTo(Map.of("Filter", List.of("f")));
        }
    }

    @Test
    void refusesBothNamesAtOnce() {
        String operation = EC2.model().operationNames().stream().filter(name -> EC2.operation(name).input() != null
                && EC2.operation(name).input().members().containsKey("Filter")).findFirst().orElseThrow();
        BeforeParameterBuild event = EC2.parameters(operation, Map.of("Filters", List.of(), "Filter", List.of()));

        assertThatThrownBy(() -> new FiltersAlias().handle(event)).isInstanceOf(AliasConflictException.class)
                .hasMessage("Parameter 'Filter' and its alias 'Filters' were provided for operation " + operation
                        + ".  Only one of them may be used.");
    }

    @Test
    void asksTheRegionOfASnapshotForItByAPresignedUrl() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = EC2.call("CopySnapshot", new FormBody(
                "Action=CopySnapshot&SourceRegion=us-west-2&SourceSnapshotId=s1".getBytes()), signer);
        event.params().headers().put("User-Agent", "x");

        new SnapshotCopy().handle(event);

        Map<String, Object> fields = ((FormBody) event.params().body()).fields();
        assertThat(fields).containsEntry("DestinationRegion", "eu-central-1").containsEntry("PresignedUrl",
                "https://ec2.us-west-2.amazonaws.com/?Action=CopySnapshot&SourceRegion=us-west-2&SourceSnapshotId=s1"
                        + "&DestinationRegion=eu-central-1&signed=CopySnapshot&headers=0&method=GET");
        assertThat(signer.purposes()).singleElement().satisfies(purpose -> {
            assertThat(purpose.region()).isEqualTo("us-west-2");
            assertThat(purpose.expiresIn()).isEqualTo(Duration.ofHours(1));
            assertThat(purpose.signingName()).isNull();
        });
    }

    @Test
    void leavesAPresignedUrlOfTheCaller() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = EC2.call("CopySnapshot",
                new FormBody("SourceRegion=us-west-2&PresignedUrl=mine".getBytes()), signer);

        new SnapshotCopy().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).containsEntry("PresignedUrl", "mine")
                .doesNotContainKey("DestinationRegion");
        assertThat(signer.purposes()).isEmpty();
    }

    @Test
    void showsTheConsolesOutputAsText() {
        AfterCall text = EC2.after("GetConsoleOutput", Map.of("Output", "Z3LDvG4="));
        AfterCall wrong = EC2.after("GetConsoleOutput", Map.of("Output", "abcde"));
        AfterCall noText = EC2.after("GetConsoleOutput", Map.of("Output", "/w=="));

        new ConsoleOutput().handle(text);
        new ConsoleOutput().handle(wrong);
        new ConsoleOutput().handle(noText);

        assertThat(text.parsed()).containsEntry("Output", "grün");
        assertThat(wrong.parsed()).containsEntry("Output", "abcde");
        assertThat(noText.parsed()).containsEntry("Output", "\ufffd");
    }
}
