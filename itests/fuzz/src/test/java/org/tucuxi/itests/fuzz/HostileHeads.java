package org.tucuxi.itests.fuzz;

import java.util.List;
import org.tucuxi.http.HttpHeaders;

/**
 * An attack in the headers of a response.
 *
 * @param name what it is
 * @param headers the headers
 * @param outcome as in {@link Hostile}
 */
record HostileHeads(String name, HttpHeaders headers, String outcome) {

    static final List<HostileHeads> ALL = List.of(
            head("a number that is none", "x-number", "x",
                    " at Number: expected an integer of at most 64 bits, got \"x\""),
            head("a number of 65 bits", "x-big", "9223372036854775808",
                    " at Big: expected an integer of at most 64 bits"),
            head("a number of digits without end", "x-rate", "1".repeat(60_000), " at Rate: expected a number, got"),
            head("an empty number", "x-number", "", " at Number: expected an integer"),
            head("a time that is none", "x-when", "Mon, 99 Foo 2019 99:99:99 GMT", " at When: expected a timestamp"),
            head("a time with an exponent without bounds", "x-when", "1e999999999",
                    " at When: expected a number of seconds"),
            head("broken base64", "x-data", "a", " at Data: expected base64, got \"a\""),
            head("JSON that is no base64", "x-json", "a", " at Json: expected JSON in base64"),
            head("JSON of a thousand levels", "x-json",
                    java.util.Base64.getEncoder().encodeToString("[".repeat(40_000).getBytes(
                    java.nio.charset.StandardCharsets.US_ASCII)), " at Json"),
            head("a list with a number that is none", "x-numbers", "1, 2, x", " at Numbers"),
            head("a list of times that was cut", "x-times", "Mon, 16 Dec 2019 23:48:18 GMT, Mon",
                    " at Times: expected a timestamp"),
            head("an item with something behind its quotes", "x-texts", "\"a\"b",
                    " at Texts: expected a comma after a quoted item"),
            head("a list of nothing without end", "x-texts", ",".repeat(60_000), null),
            head("an item whose quotes do not end", "x-texts", "\"" + "\\\"".repeat(30_000), null),
            many("one name ten thousand times", "x-texts", null),
            many("one prefix ten thousand times", "x-meta-a", null));

    private static HostileHeads head(String name, String header, String value, String outcome) {
        return new HostileHeads(name, new HttpHeaders().add(header, value), outcome);
    }

    private static HostileHeads many(String name, String header, String outcome) {
        HttpHeaders headers = new HttpHeaders();
        for (int i = 0; i < 10_000; i++) {
            headers.add(header, "a");
        }
        return new HostileHeads(name, headers, outcome);
    }
}
