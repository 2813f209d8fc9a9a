package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.ResponseParserException;

class Ec2ResponseTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'apiVersion': '1'}, 'operations': {'Op': {'output': {'shape': 'Out'}}, 'Delete': {},
              'Empty': {'output': {'shape': 'Nothing'}}, 'Id': {'output': {'shape': 'WithId'}}}, 'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'Nothing': {'type': 'structure', 'members': {}},
              'WithId': {'type': 'structure', 'members': {'Id': {'shape': 'S', 'locationName': 'requestId'}}},
              'Out': {'type': 'structure', 'members': {
                'Reservations': {'shape': 'Reservations', 'locationName': 'reservationSet', 'queryName': 'Ignored'},
                'Count': {'shape': 'I', 'locationName': 'count'}}},
              'Reservations': {'type': 'list', 'member': {'shape': 'Reservation', 'locationName': 'item'}},
              'Reservation': {'type': 'structure', 'members': {'Id': {'shape': 'S', 'locationName': 'reservationId'},
                'Inner': {'shape': 'Reservations', 'locationName': 'inner'}}}}}
            """);

    private static Map<String, Object> parse(String operation, String body) {
        return new Ec2Protocol().compile(MODEL.operation(operation), CodecSettings.DEFAULTS)
                .parse(new RawResponse(200, new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }

    @Test
    void membersAndTheIdOfTheRequestAreInTheRoot() {
        Map<String, Object> result = parse("Op", "<?xml version='1.0' encoding='UTF-8'?><R xmlns='https://x/'>"
                + "<requestId>id</requestId><reservationSet><item><reservationId>r-1</reservationId>"
                + "<inner><item/></inner>"
                + "</item><item><other><x/></other></item></reservationSet><Ignored/></R>");

        assertThat(result.get("Reservations")).isEqualTo(List.of(
                Map.of("Id", "r-1", "Inner", List.of(Map.of())), Map.of()));
        assertThat(result.get("ResponseMetadata")).isEqualTo(Map.of("RequestId", "id", "HTTPStatusCode", 200,
                "HTTPHeaders", Map.of()));
    }

    @Test
    void anEmptySetIsAnEmptyList() {
        assertThat(parse("Op", "<R><reservationSet/></R>").get("Reservations")).isEqualTo(List.of());
    }

    @Test
    void aModelledRequestIdIsAMemberToo() {
        Map<String, Object> result = parse("Id", "<R><requestId>id</requestId></R>");

        assertThat(result.get("Id")).isEqualTo("id");
        assertThat(result.get("ResponseMetadata")).asString().contains("RequestId=id");
    }

    @Test
    void withoutOutputThereIsOnlyTheId() {
        Map<String, Object> result = parse("Delete", "<R><requestId>id</requestId><return>true</return></R>");

        assertThat(result.keySet()).containsExactly("ResponseMetadata");
        assertThat(result.get("ResponseMetadata")).asString().contains("RequestId=id");
        assertThat(parse("Delete", "").keySet()).containsExactly("ResponseMetadata");
        assertThat(parse("Empty", "").keySet()).containsExactly("ResponseMetadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<R><count>1</count>", "<R><count>one</count></R>", "<R/>x",
            "<!DOCTYPE R><R/>"})
    void whatIsMissingOrBrokenIsNoResult(String body) {
        assertThatThrownBy(() -> parse("Op", body)).isInstanceOf(ResponseParserException.class);
    }

    @Test
    void theFaultNamesThePlace() {
        assertThatThrownBy(() -> parse("Op", "<R><reservationSet><item><inner><item/><item><inner>"
                + "<a>".repeat(600)))
                .hasMessageContaining("Reservations[0].Inner[1]");
    }
}
