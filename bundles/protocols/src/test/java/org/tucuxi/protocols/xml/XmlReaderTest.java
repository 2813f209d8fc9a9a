package org.tucuxi.protocols.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.protocols.value.ValueFault;

class XmlReaderTest {

    private static XmlReader reader(String document) {
        return new XmlReader(document.getBytes(StandardCharsets.UTF_8));
    }

    private static void readAll(byte[] document) {
        XmlReader in = new XmlReader(document);
        while (in.next() != XmlReader.END_OF_DOCUMENT) {
            // only to its end
        }
    }

    private static String textOf(String document) {
        XmlReader in = reader(document);
        assertThat(in.next()).isEqualTo(XmlReader.START);
        in.readElementText();
        String text = in.text();
        assertThat(in.next()).isEqualTo(XmlReader.END_OF_DOCUMENT);
        return text;
    }

    @Test
    void resolvesReferencesOnce() {
        assertThat(textOf("<a>&amp;lt;&lt;&gt;&quot;&apos;&#65;&#x42;&#xD;&#10;</a>")).isEqualTo("&lt;<>\"'AB\r\n");
    }

    @Test
    void joinsTextAcrossCommentsAndCdata() {
        assertThat(textOf("<a>one<!-- & < -->two<![CDATA[<&>]]><?pi ?>three</a>")).isEqualTo("onetwo<&>three");
    }

    @Test
    void textEndsAtTheFirstChild() {
        assertThat(textOf("<a>one<b>two</b>three</a>")).isEqualTo("one");
    }

    @Test
    void lineEndsBecomeLineFeeds() {
        assertThat(textOf("<a>1\r\n2\r3<![CDATA[4\r\n]]></a>")).isEqualTo("1\n2\n34\n");
    }

    @Test
    void emptyElementsHaveEmptyText() {
        assertThat(textOf("<a/>")).isEmpty();
        assertThat(textOf("<a></a>")).isEmpty();
        assertThat(textOf("<a><![CDATA[]]></a>")).isEmpty();
    }

    @Test
    void knowsAllOfUnicode() {
        assertThat(textOf("<a>é日😀&#x1F600;</a>")).isEqualTo("é日😀😀");
    }

    @Test
    void stripsPrefixesFromNames() {
        XmlReader in = reader("<x:a xmlns:x='urn:x'><x:b/></x:a>");
        in.next();

        assertThat(in.localName()).isEqualTo("a");
        assertThat(in.isRootInNamespace()).isTrue();
        in.next();
        assertThat(in.isNamed("b".getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void attributesAreFoundByLocalNameInAnyNamespace() {
        XmlReader in = reader("<a xmlns:p='urn:p' p:type='1 &amp;\n2' type=\"3\"/>");
        in.next();
        byte[] type = "type".getBytes(StandardCharsets.UTF_8);

        assertThat(in.attribute(true, type)).isEqualTo("1 & 2");
        assertThat(in.attribute(false, type)).isEqualTo("3");
        assertThat(in.attribute(false, "none".getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void skipsWholeElements() {
        XmlReader in = reader("<a><skip x='1'><b><c/></b>t</skip><d/></a>");
        in.next();
        in.next();

        in.skipElement();

        assertThat(in.next()).isEqualTo(XmlReader.START);
        assertThat(in.localName()).isEqualTo("d");
    }

    @Test
    void childrenComeWithoutTheTextBetweenThem() {
        XmlReader in = reader("<a> \n one<b> </b><!-- two --><c/>\r\n\t three &amp; <![CDATA[ ]]> </a>");
        in.next();

        assertThat(in.toChild()).isTrue();
        assertThat(in.localName()).isEqualTo("b");
        assertThat(in.toChild()).isFalse();
        assertThat(in.toChild()).isTrue();
        assertThat(in.localName()).isEqualTo("c");
        assertThat(in.toChild()).isFalse();
        assertThat(in.toChild()).isFalse();
        assertThat(in.next()).isEqualTo(XmlReader.END_OF_DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a> &foo; </a>", "<a> ]]> </a>", "<a>   ", "<a> <b </a>"})
    void textBetweenChildrenIsCheckedToo(String document) {
        XmlReader in = reader(document);
        in.next();

        assertThatThrownBy(in::toChild).isInstanceOf(ValueFault.class).hasMessageStartingWith("invalid XML received");
    }

    @Test
    void everyByteIsChecked() {
        for (int place = 3; place < 40; place++) {
            byte[] document = ("<a>" + "é x".repeat(15) + "</a>").getBytes(StandardCharsets.UTF_8);
            int at = place;
            document[at] = 1;

            assertThatThrownBy(() -> new XmlReader(document)).as("control character at %d", at)
                    .isInstanceOf(ValueFault.class);
            document[at] = (byte) 0xff;
            assertThatThrownBy(() -> new XmlReader(document)).as("no UTF-8 at %d", at).isInstanceOf(ValueFault.class);
        }
    }

    @Test
    void bytesAreUtf8WhateverTheDeclarationSays() {
        assertThat(textOf("<?xml version='1.0' encoding='ISO-8859-1' standalone=\"yes\" ?><a>é</a>")).isEqualTo("é");
        assertThat(textOf("\uFEFF<a>é</a>")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "text", "<", "<a", "<a>", "<a><b></a>", "<a></b>", "</a>", "<a/><b/>",
            "<a/>text", "<a></a",
        "<a b></a>", "<a b=c/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a b='1'c='2'/>", "<a b='&foo;'/>", "<1/>",
                "<a:/>", "<:a/>",
        "<a:b:c/>", "<x:a/>", "<a x:b='1'/>", "<a>&foo;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
                "<a>&#x110000;</a>",
        "<a>&#;</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><!-- </a>", "<a><![CDATA[ </a>", "<a><?pi </a>",
                "<a><!x></a>",
        " <?xml version='1.0'?><a/>", "<a><?xml version='1.0'?></a>", "<?xml encoding='UTF-8'?><a/>",
                "<?xml version='1.0'",
        "<![CDATA[x]]>", "<a>\u0000</a>", "<a>\u000b</a>", "<a>\uffff</a>", "<html><br></html>", "{\"json\": true}"})
    void refusesWhatIsNotWellFormed(String document) {
        assertThatThrownBy(() -> readAll(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ValueFault.class).hasMessageStartingWith("invalid XML received: ")
                .hasMessageContaining("at byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void refusesOtherEncodings(String charset) throws Exception {
        byte[] document = "<a>é</a>".getBytes(charset);

        assertThatThrownBy(() -> readAll(document)).isInstanceOf(ValueFault.class);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[][] broken = {{(byte) 0xe9}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xe0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                    {(byte) 0xc3}};
        for (byte[] bytes : broken) {
            byte[] document = ("<a>" + new String(bytes, StandardCharsets.ISO_8859_1) + "</a>")
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThatThrownBy(() -> readAll(document)).isInstanceOf(ValueFault.class).hasMessageContaining("UTF-8");
        }
    }

    @Test
    void everyCutOfADocumentIsNoticed() {
        byte[] document = ("<?xml version=\"1.0\"?><a xmlns:x='u' b='1&amp;'><x:c>t&lt;</x:c><!-- c --><?p i?>"
                + "<![CDATA[d]]>"
                + "é<e/></a>").getBytes(StandardCharsets.UTF_8);
        readAll(document);
        for (int length = 0; length < document.length; length++) {
            byte[] cut = Arrays.copyOf(document, length);

            assertThatThrownBy(() -> readAll(cut)).isInstanceOf(ValueFault.class);
        }
    }

    @Test
    void refusesDocumentTypes() {
        String bomb = "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;\">]><a>&m;</a>";
        String external = "<?xml version='1.0'?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";

        assertThatThrownBy(() -> readAll(bomb.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("document type");
        assertThatThrownBy(() -> readAll(external.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("document type");
    }

    @Test
    void boundsDepthAttributesAndNamespaces() {
        readAll(("<a>".repeat(500) + "</a>".repeat(500)).getBytes(StandardCharsets.UTF_8));
        StringBuilder attributes = new StringBuilder("<a");
        StringBuilder namespaces = new StringBuilder("<a");
        for (int i = 0; i < 129; i++) {
            attributes.append(" b").append(i).append("=''");
            namespaces.append(" xmlns:p").append(i).append("='u'").append(i % 50 == 49 ? "><a" : "");
        }

        assertThatThrownBy(() -> readAll("<a>".repeat(501).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("500");
        assertThatThrownBy(() -> readAll(attributes.append("/>").toString().getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("128 attributes");
        assertThatThrownBy(() -> readAll(namespaces.append("/>").toString().getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("128 namespaces");
    }

    @Test
    void prefixesEndWithTheirElements() {
        assertThatThrownBy(() -> readAll("<a><b xmlns:p='u'><p:c/></b><p:d/></a>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not declared");
    }
}
