package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;

class UrlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://h,             '',     https://h/",
        "https://h,             /,      https://h/",
        "https://h/,            /,      https://h/",
        "https://h/base,        /,      https://h/base",
        "https://h/base/,       '',     https://h/base/",
        "https://h,             /a/b,   https://h/a/b",
        "https://h/,            /a,     https://h/a",
        "https://h/base,        /a,     https://h/base/a",
        "https://h/base/,       /a,     https://h/base/a",
        "https://h,             ?acl,   https://h/?acl",
        "https://h/base,        ?acl,   https://h/base?acl",
        "https://h:8443,        /a?x=1, https://h:8443/a?x=1",
    })
    void endpointAndPathAreJoined(String endpoint, String path, String expected) {
        assertThat(Urls.join(endpoint, null, path, Map.of())).isEqualTo(expected);
    }

    @Test
    void theHostPrefixStandsRightBeforeTheHost() {
        assertThat(Urls.join("https://h.invalid/base", "data-", "/a", Map.of()))
                .isEqualTo("https://data-h.invalid/base/a");
    }

    @Test
    void queryParametersAreEncodedAndListsRepeatTheKey() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("a b", "ü/~-._");
        query.put("list", List.of("1", "2"));
        query.put("none", List.of());

        assertThat(Urls.join("https://h", null, "/", query)).isEqualTo("https://h/?a%20b=%C3%BC%2F~-._&list=1&list=2");
        assertThat(Urls.join("https://h", null, "/p?acl", query))
                .isEqualTo("https://h/p?acl&a%20b=%C3%BC%2F~-._&list=1&list=2");
    }

    @Test
    void charactersOutsideOfThePlaneAreEncodedWhole() {
        assertThat(Urls.join("https://h", null, "/", Map.of("k", "😀"))).isEqualTo("https://h/?k=%F0%9F%98%80");
    }

    @Test
    void formParametersHavePlusForSpace() {
        assertThat(Urls.withForm("https://h/", Map.of("a", "b c&d"))).isEqualTo("https://h/?a=b+c%26d");
        assertThat(Urls.withForm("https://h/?x", Map.of("a", "b"))).isEqualTo("https://h/?x&a=b");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Host.Example/path,     host.example",
        "http://h:80,                   h",
        "http://user:pw@h:80/p@q,       h",
        "http://[::1]:8080/,            [::1]",
        "http://h?x=1:2,                h",
    })
    void theHostIsFound(String url, String host) {
        assertThat(Urls.host(url)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9000", "https://a-b.example.com.", "http://127.0.0.1/x", "http://[::1]:1",
        "https://xn--bcher-kva.example", "http://h:65535/x:y", "http://h:"})
    void goodEndpointsPass(String url) {
        assertThat(Urls.checked(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "ftp://h", "http://", "http:///path", "http://a b/", "http://a_b/",
            "http://-a/",
        "http://a-/", "http://a..b/", "http://a/\nb", "http://[zz",
        "http://h:port", "http://h:65536", "http://h: 80"})
    void badEndpointsAreRefusedWithAnExample(String url) {
        assertThatThrownBy(() -> Urls.checked(url)).isInstanceOf(InvalidConfigException.class)
                .hasMessageStartingWith("Invalid endpoint: ").hasMessageContaining("http://localhost:9000");
    }

    @Test
    void aPasswordInAnEndpointIsNotRepeated() {
        assertThatThrownBy(() -> Urls.checked("http://user:hunter2@bad_host/"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("http://***@bad_host/").message().doesNotContain("hunter2");
    }

    @Test
    void labelsAreLettersDigitsAndInnerHyphens() {
        assertThat(Urls.isLabel("a-1")).isTrue();
        assertThat(Urls.isLabel("a".repeat(63))).isTrue();
        for (String bad : new String[] {"", "-a", "a-", "a.b", "ä", "a".repeat(64)}) {
            assertThat(Urls.isLabel(bad)).as(bad).isFalse();
        }
    }
}
