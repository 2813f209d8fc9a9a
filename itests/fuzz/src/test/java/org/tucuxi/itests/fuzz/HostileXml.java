package org.tucuxi.itests.fuzz;

import static org.tucuxi.itests.fuzz.Hostile.read;
import static org.tucuxi.itests.fuzz.Hostile.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Attacks in XML. */
final class HostileXml {

    private static final int MILLION = 1_000_000;
    private static final String BOMB = "<!DOCTYPE lolz ["
            + "<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;\">"
            + "<!ENTITY lol3 \"&lol2;&lol2;&lol2;&lol2;&lol2;\">]>";

    /** Those that rest-xml and ec2 take as they are, and query inside of its wrapper. */
    static final List<Hostile> ALL = List.of(
            refused("a document that was cut", "<a><Inner><Text>a",
                    " at Inner.Text: invalid XML received: document that ends inside"),
            refused("a tag that was cut", "<a><Text",
                    ": invalid XML received: document that ends inside of a tag at byte 8"),
            refused("a second root", "<a/><b/>", ": invalid XML received: second root element at byte 4"),
            refused("text for XML", "no XML", ": invalid XML received: text outside of the root element at byte 0"),
            refused("a number that is none", "<a><Inner><Number>x</Number></Inner></a>",
                    " at Inner.Number: expected an integer of at most 64 bits, got \"x\""),
            refused("an element for a number", "<a><Number><b/></Number></a>", " at Number: expected an integer"),
            refused("broken base64", "<a><Data>a</Data></a>", " at Data: expected base64, got \"a\""),
            refused("a million elements", "<a>".repeat(MILLION),
                    ": invalid XML received: more than 500 elements inside of each other"),
            refused("a million structures", "<a>" + "<Inner>".repeat(MILLION), " at Inner.Inner.Inner"),
            refused("a bomb of entities", BOMB + "<a><Text>&lol3;</Text></a>",
                    ": invalid XML received: document type, which is not accepted, at byte 0"),
            refused("an entity from a file",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><Text>&x;</Text></a>",
                    ": invalid XML received: document type, which is not accepted, at byte 0"),
            refused("a document type from elsewhere",
                    "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x\"><a/>",
                    ": invalid XML received: document type, which is not accepted, at byte 21"),
            refused("an entity without declaration", "<a><Text>&lol;</Text></a>",
                    " at Text: invalid XML received: reference to an entity or character that XML does not"
                            + " know at byte 9"),
            refused("a character beyond Unicode", "<a><Text>&#x110000;</Text></a>",
                    " at Text: invalid XML received: reference to"),
            refused("a surrogate by number", "<a><Text>&#xD800;</Text></a>",
                    " at Text: invalid XML received: reference to"),
            refused("a zero by number", "<a><Text>&#0;</Text></a>", " at Text: invalid XML received: reference to"),
            refused("bytes that are no UTF-8", new byte[] {'<', 'a', '>', (byte) 0xc0, (byte) 0x80, '<', '/', 'a', '>'},
                    ": invalid XML received: "),
            refused("UTF-16", "<a/>".getBytes(StandardCharsets.UTF_16), ": invalid XML received: "),
            refused("an attribute twice", "<a b='1' b='2'/>",
                    ": invalid XML received: attribute given twice at byte 9"),
            refused("attributes without end", "<a" + Corpus.attributes(100_000) + "/>",
                    ": invalid XML received: more than 128 attributes at byte"),
            refused("namespaces without end", "<a>" + "<b xmlns:x='y'>".repeat(100_000),
                    ": invalid XML received: more than 128 namespaces at once at byte"),
            refused("a name of a megabyte", "<a><" + "b".repeat(MILLION) + "></c>",
                    ": invalid XML received: end tag that does not belong to the element bbbb"),
            refused("an exponent without bounds", "<a><Exact>1e999999999</Exact></a>",
                    " at Exact: expected a number of at most"),
            refused("a number of a million digits", "<a><Huge>" + "9".repeat(MILLION) + "</Huge></a>",
                    " at Huge: expected an integer of at most"),
            refused("a long of 65 bits", "<a><Big>9223372036854775808</Big></a>",
                    " at Big: expected an integer of at most 64 bits"),
            refused("a time in the year of the universe", "<a><When>999999999999999999</When></a>",
                    " at When: expected a time that can be represented"),
            refused("a day that is none", "<a><When>2019-02-30T00:00:00Z</When></a>", " at When: expected a timestamp"),
            refused("an entry without a key", "<a><Tags><entry><value>a</value></entry></Tags></a>",
                    " at Tags: expected a map's key and its value, got an entry without key"),
            refused("a union with two members", "<a><Choice><A>a</A><C/></Choice></a>",
                    " at Choice: expected exactly one member of the union Choice, got 2"),
            read("a name twice: the first counts", "<a><Text>a</Text><Text>b</Text></a>"),
            read("NaN", "<a><Rate>NaN</Rate><Ratio>-Infinity</Ratio></a>"),
            read("text in a hundred thousand pieces", "<a><Text>" + "<![CDATA[a]]>b".repeat(50_000) + "</Text></a>"),
            read("children of a text", "<a><Text>" + "<b/>c".repeat(100_000) + "</Text></a>"),
            read("empty structures without end", "<a><Inners>" + "<m/>".repeat(200_000) + "</Inners></a>"),
            read("references without end", "<a><Text>" + "&amp;".repeat(200_000) + "</Text></a>"));

    private HostileXml() {
    }
}
