package org.tucuxi.protocols.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;

class QueryCompatibleErrorsTest {

    private static Map<String, Object> applied(String header) {
        Map<String, Object> error = new LinkedHashMap<>(Map.of("Code", "QueueDoesNotExist", "Message", "gone"));
        HttpHeaders headers = new HttpHeaders();
        if (header != null) {
            headers.put("X-Amzn-Query-Error", header);
        }
        QueryCompatibleErrors.apply(error, headers);
        return error;
    }

    @Test
    void theCodeOfOldTakesThePlaceOfTheNewOne() {
        assertThat(applied("AWS.SimpleQueueService.NonExistentQueue;Sender")).isEqualTo(Map.of(
                "Code", "AWS.SimpleQueueService.NonExistentQueue", "QueryErrorCode", "QueueDoesNotExist",
                "Type", "Sender", "Message", "gone"));
    }

    @Test
    void theTypeMayBeEmpty() {
        assertThat(applied("Old;")).containsEntry("Code", "Old").containsEntry("Type", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", ";Sender", "Code", "Code;Sender;more", "Code;;"})
    void anyOtherHeaderIsIgnored(String header) {
        assertThat(applied(header)).isEqualTo(applied(null));
    }

    @ParameterizedTest
    @CsvSource({"Code,Code", "ns#Code,Code", "a#b#Code,Code", "Code:http://host/#part,Code", "ns#Code:http://host,Code",
            "Code:a:b,Code", "ns#,''", "'',''", ":x,''", "#Code,Code"})
    void aCodeIsWhatIsLeftWithoutNamespaceAndAddress(String spelled, String code) {
        assertThat(ErrorCode.reduce(spelled)).isEqualTo(code);
    }
}
