package org.tucuxi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    private static FormBody form(String encoded) {
        return new FormBody(encoded.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(FormBody body) {
        return new String(body.bytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatNobodyLooksAtStaysAsItIs() throws IOException {
        FormBody body = form("A=%2f&B");

        assertThat(text(body)).isEqualTo("A=%2f&B");
        assertThat(body.length()).isEqualTo(7);
        assertThat(body.open().readAllBytes()).isEqualTo(body.bytes());
        assertThat(body.isRepeatable()).isTrue();
    }

    @Test
    void fieldsAreDecodedInTheirOrder() {
        assertThat(form("Action=Op&L.member.1=a+b%2F%C3%A9&Empty=&Bare&E=a=b").fields()).containsExactly(
                Map.entry("Action", "Op"), Map.entry("L.member.1", "a b/é"), Map.entry("Empty", ""),
                Map.entry("Bare", ""), Map.entry("E", "a=b"));
        assertThat(form("").fields()).isEmpty();
    }

    @Test
    void aFieldThatComesSeveralTimesIsAList() {
        FormBody body = form("A=1&B=x&A=2&A=3");

        assertThat(body.fields()).containsExactly(Map.entry("A", List.of("1", "2", "3")), Map.entry("B", "x"));
        assertThat(text(body)).isEqualTo("A=1&A=2&A=3&B=x");
    }

    @Test
    void changesAreSent() throws IOException {
        FormBody body = form("Action=Op&A=1&B=2");
        body.fields().remove("A");
        body.fields().put("B", "é *~");
        body.fields().put("N", 7);
        body.fields().put("L", List.of("x", "y z"));

        assertThat(text(body)).isEqualTo("Action=Op&B=%C3%A9+%2A~&N=7&L=x&L=y+z");
        assertThat(body.length()).isEqualTo(text(body).length());
        assertThat(body.open().readAllBytes()).isEqualTo(body.bytes());
    }

    @Test
    void everyTextSurvivesLookingAtIt() {
        FormBody body = form("");
        String text = "\0 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n\u007f\u00e9\u20ac\ud83d\ude00";
        body.fields().put(text, text);

        assertThat(form(text(body)).fields()).containsExactly(Map.entry(text, text));
    }

    @Test
    void fieldsAreNotShown() {
        assertThat(form("Password=secret")).hasToString("form of 15 bytes");
    }
}
