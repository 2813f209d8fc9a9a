package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code parseURL} returns; the expected values are those of botocore. */
class ParsedUrlTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "https://a.com, https, a.com, \"\", /",
        "https://a.com/p, https, a.com, /p, /p/",
        "HTTP://A.com:80/p/, http, A.com:80, /p/, /p/",
        "https://u:p@a.com:1/, https, u:p@a.com:1, /, /",
        "https://a.com:, https, a.com:, \"\", /",
        "https://a.com?, https, a.com, \"\", /",
        "https://a.com#f, https, a.com, \"\", /",
        "https://a.com/p#?q, https, a.com, /p, /p/",
        "https://a.com/.., https, a.com, /.., /",
        "https://a.com/a//b/./../c, https, a.com, /a//b/./../c, /a/c/",
        "https://a.com/ü x%20, https, a.com, /ü x%20, /%C3%BC%20x%2520/",
        "https://a.com/a;b=c, https, a.com, /a, /a/",
        "https://a.com/a;b/c, https, a.com, /a;b/c, /a%3Bb/c/"})
    void aUrlFallsIntoItsParts(String url, String scheme, String authority, String path, String normalized) {
        assertThat(ParsedUrl.parse(url)).isEqualTo(new ParsedUrl(scheme, authority, path, normalized, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.2.3.4", "https://999.1.1.1:80/x", "http://[::1]:8/x", "https://[fe80::1%25en0]/",
        "https://[1:2:3:4:5:6:1.2.3.4]", "https://[::ffff:1.2.3.4]/", "https://[1:2:3:4:5:6:7::]/", "https://[::]"})
    void anAddressIsRecognised(String url) {
        assertThat(ParsedUrl.parse(url).isIp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.2.3.4.5", "https://1.2.3", "https://1.2.3.1234", "https://a.2.3.4",
        "https://1..2.3"})
    void aNameThatLooksLikeAnAddressIsNone(String url) {
        assertThat(ParsedUrl.parse(url).isIp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.com", "ftp://a", "https:a", "https:///p", "https://a.com?x", "https://a.com:65536",
        "https://a.com:x", "https://a:1:2/", "https://[::1", "https://[::1]x/", "https://[1:2:3:4:5:6:7]",
        "https://[1::2::3]", "https://[12345::1]", "https://[::1%]", "https://[1.2.3.4::1]", "https://a.com/\r\nx"})
    void whatCannotBeCalledIsNoUrl(String url) {
        assertThat(ParsedUrl.parse(url)).isNull();
    }
}
