package org.tucuxi.itests.fuzz;

import static org.tucuxi.itests.fuzz.Hostile.read;
import static org.tucuxi.itests.fuzz.Hostile.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Attacks in JSON. */
final class HostileJson {

    static final int MILLION = 1_000_000;

    /** Those that json and rest-json take alike. */
    static final List<Hostile> ALL = List.of(
            refused("a document that was cut", "{\"Text\":\"a\",\"Inner\":{\"Text\":",
                    " at Inner: expected a JSON document, got what is none at offset 28"),
            refused("a text that was cut", "{\"Texts\":[\"a\",\"b", " at Texts[1]: expected a JSON document, got"),
            refused("something behind the end", "{}{}",
                    ": expected the end of the JSON document, got more at offset 2"),
            refused("a list for an object", "[]", ": expected an object, got an array"),
            refused("a text for an object", "{\"Inner\":\"a\"}", " at Inner: expected an object, got a text"),
            refused("an object for a list", "{\"Texts\":{}}", " at Texts: expected an array, got an object"),
            refused("a list for a number", "{\"Inner\":{\"Number\":[1]}}",
                    " at Inner.Number: expected an integer, got an array"),
            refused("a number for a blob", "{\"Blobs\":[\"YQ==\",1]}",
                    " at Blobs[1]: expected a text in base64, got a number"),
            refused("broken base64", "{\"Data\":\"a\"}", " at Data: expected a text in base64, got one that is none"),
            refused("a million lists", "{\"Free\":" + "[".repeat(MILLION), " at Free[0][0]"),
            refused("a million objects", "{\"Inner\":".repeat(MILLION), " at Inner.Inner.Inner"),
            refused("a million lists that nobody wants", "{\"Unknown\":" + "[".repeat(MILLION),
                    " at Unknown: expected a JSON document within bounds"),
            refused("a name twice", "{\"Text\":\"a\",\"Text\":\"b\"}",
                    " at Text: expected each name once, got it twice"),
            refused("a key twice", "{\"Tags\":{\"k\":\"a\",\"k\":\"b\"}}",
                    " at Tags.k: expected each name once, got it twice"),
            refused("bytes that are no UTF-8", new byte[] {'{', '"', 'T', '"', ':', '"', (byte) 0xc0, (byte) 0x80,
                    '"', '}'},
                    ": expected UTF-8 text, got bytes that are none at offset 6"),
            refused("UTF-16", "{}".getBytes(StandardCharsets.UTF_16BE),
                    ": expected UTF-8 text, got bytes that are none at offset 0"),
            refused("a surrogate in bytes", new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                    ": expected UTF-8 text, got bytes that are none at offset 1"),
            refused("NaN without quotes", "{\"Rate\":NaN}",
                    ": expected a JSON document, got what is none at offset 11"),
            refused("a number of too many digits", "{\"Exact\":" + "9".repeat(MILLION) + "}",
                    ": expected a JSON document within bounds, but at offset "),
            refused("an exponent without bounds", "{\"Exact\":1e999999999}", " at Exact: expected a number of at most"),
            refused("a long of 65 bits", "{\"Big\":9223372036854775808}",
                    " at Big: expected a number of at most 64 bits"),
            refused("a time with an exponent without bounds", "{\"When\":1e999999999}",
                    " at When: expected a number of seconds"),
            refused("a time in the year of the universe", "{\"When\":999999999999999999}",
                    " at When: expected a time that can be represented"),
            refused("a day that is none", "{\"When\":\"2019-02-30T00:00:00Z\"}", " at When: expected a timestamp"),
            refused("a text of seconds before all time", "{\"When\":\"-99999999999999999999\"}",
                    " at When: expected a"),
            refused("a name of a megabyte with line breaks", "{\"Tags\":{\"" + "\\r\\n".repeat(8000) + "\":{\"a\":",
                    " at Tags.????????????????"),
            refused("long names at every level", Corpus.longNames("{\"ByName\":{\"", "\":", 60, 8000),
                    " at ByName.xxxxxxxx"),
            refused("a union with two members", "{\"Choice\":{\"A\":\"a\",\"C\":[]}}",
                    " at Choice: expected exactly one member of the union Choice, got 2"),
            read("half of a pair of surrogates", "{\"Text\":\"\\ud800\"}"),
            read("NaN in a text", "{\"Rate\":\"NaN\",\"Ratio\":\"-Infinity\"}"),
            read("four thousand keys of one hash", "{\"Tags\":{" + Corpus.collisions() + "}}"),
            read("empty structures without end", "{\"Inners\":[" + "{},".repeat(200_000) + "{}]}"),
            read("nulls everywhere",
                    "{\"Inner\":null,\"Tags\":null,\"Texts\":[null,null],\"Choice\":null,\"Free\":null}"));

    private HostileJson() {
    }
}
