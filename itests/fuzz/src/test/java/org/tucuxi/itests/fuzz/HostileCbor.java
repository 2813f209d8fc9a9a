package org.tucuxi.itests.fuzz;

import static org.tucuxi.itests.fuzz.Hostile.read;
import static org.tucuxi.itests.fuzz.Hostile.refused;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Attacks in CBOR. */
final class HostileCbor {

    private static final int MILLION = 1_000_000;

    static final List<Hostile> ALL = List.of(
            refused("a document that was cut", member("Inner", "a1" + text("Text")),
                    " at Inner.Text: expected 1 more bytes, got the end"),
            refused("a text that was cut", member("Text", "6461"),
                    " at Text: expected no more than the 1 bytes that are left"),
            refused("something behind the end", Corpus.hex("a000", 1),
                    ": expected the end of the document, got 1 more bytes"),
            refused("a list for a map", Corpus.hex("80", 1), ": expected a map, got"),
            refused("a text for a map", member("Inner", text("a")), " at Inner: expected a map, got"),
            refused("a map for a list", member("Texts", "a0"), " at Texts: expected an array, got"),
            refused("a text for a number", member("Number", text("1")), " at Number: expected an integer, got"),
            refused("a number for a blob", member("Blobs", "8101"), " at Blobs[0]: expected a byte string, got"),
            refused("a million lists", Corpus.hex("81", MILLION), ": expected a map, got"),
            refused("a million maps", Corpus.hex("a1" + text("Inner"), MILLION), " at Inner.Inner.Inner"),
            refused("a million maps without length", Corpus.hex("bf" + text("Inner"), MILLION),
                    " at Inner.Inner.Inner"),
            refused("a million lists that nobody wants", member("Unknown", "81".repeat(MILLION)),
                    ": expected no more than 500 levels of nesting"),
            refused("a million tags", member("Unknown", "c1".repeat(MILLION)), ": expected"),
            refused("a text that claims two gigabytes", member("Text", "7a7fffffff61"),
                    " at Text: expected no more than the 1 bytes"),
            refused("a text that claims all there is", member("Text", "7bffffffffffffffff61"),
                    " at Text: expected no more than the 1"),
            refused("bytes that claim a negative length", member("Data", "5b8000000000000000"),
                    " at Data: expected no more than the 0"),
            refused("a list that claims two thousand millions", member("Texts", "9a7fffffff"),
                    " at Texts: expected no more than the 0"),
            refused("a list that claims all there is", member("Texts", "9bffffffffffffffff"),
                    " at Texts: expected no more than"),
            refused("a map that claims all there is", member("Tags", "bbffffffffffffffff"),
                    " at Tags: expected no more than"),
            refused("a list that claims half of a megabyte", member("Inners", "9a00080000" + "f6".repeat(1 << 18)),
                    " at Inners: expected no more than"),
            refused("a list without end", member("Texts", "9f" + "6161".repeat(1000)),
                    " at Texts[1000]: expected 1 more bytes, got the end"),
            refused("a text in chunks without end", member("Text", "7f" + "6161".repeat(1000)),
                    " at Text: expected 1 more bytes"),
            refused("a text in chunks of bytes", member("Text", "7f4161ff"),
                    " at Text: expected a chunk of a text, got"),
            refused("chunks inside of chunks", member("Data", "5f5f4161ffff"),
                    " at Data: expected a chunk of a byte string, got"),
            refused("a break that ends nothing", member("Text", "ff"), " at Text: expected a text, got"),
            refused("a key that is no text", Corpus.hex("a10101", 1), ": expected a text, got"),
            refused("a head that is reserved", member("Number", "1c"), " at Number: expected a length or number, got"),
            refused("bytes that are no UTF-8", member("Text", "62c080"),
                    " at Text: expected a text in UTF-8, got other bytes"),
            refused("a surrogate in bytes", member("Text", "63eda080"),
                    " at Text: expected a text in UTF-8, got other bytes"),
            refused("a key that is no UTF-8", member("Tags", "a162c0806161"),
                    " at Tags: expected a text in UTF-8, got other bytes"),
            refused("a time that is no number", member("When", "c1f97e00"),
                    " at When: expected a number of seconds, got NaN"),
            refused("a time without end", member("When", "c1f97c00"),
                    " at When: expected a number of seconds, got Infinity"),
            refused("a time in the year of the universe", member("When", "c11b7fffffffffffffff"),
                    " at When: expected a time that can be represented"),
            refused("a time of a thousand digits", member("When", "c1fb7fefffffffffffff"),
                    " at When: expected a number of seconds"),
            refused("a time in a text", member("When", "c0" + text("2013-03-21T20:04:00Z")),
                    " at When: expected the tag 1"),
            refused("an integer of half a megabyte", member("Huge", "c25a00080000" + "ff".repeat(1 << 19)),
                    " at Huge: expected an integer of at most 512 bytes"),
            refused("an exponent without bounds", member("Exact", "c4821b7fffffffffffffff01"),
                    " at Exact: expected a decimal number with an exponent of at most"),
            refused("a long of 65 bits", member("Big", "1bffffffffffffffff"),
                    " at Big: expected an integer of at most 64 bits"),
            refused("a fraction for a number", member("Number", "f93e00"),
                    " at Number: expected an integer, got the number 1.5"),
            refused("a union with two members", member("Choice", "a2" + text("A") + text("a") + text("C") + "80"),
                    " at Choice: expected exactly one member of the union Choice, got 2"),
            read("a name twice: the last counts",
                    Corpus.hex("a2" + text("Text") + text("a") + text("Text") + text("b"), 1)),
            read("NaN", member("Rate", "f97e00")),
            read("empty structures without end", member("Inners", "9f" + "a0".repeat(200_000) + "ff")),
            read("a text of a hundred thousand empty chunks", member("Text", "7f" + "60".repeat(100_000) + "ff")),
            read("unknown members of all kinds", member("Unknown",
                    "9f5f4100ff7f6161ffbf01029f80ff01ffc1f9000018ff3bfffffffffffffffff6f7ff")));

    private HostileCbor() {
    }

    private static byte[] member(String name, String value) {
        return Corpus.hex("a1" + text(name) + value, 1);
    }

    private static String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits((byte) (0x60 | bytes.length)) + HexFormat.of().formatHex(bytes);
    }
}
