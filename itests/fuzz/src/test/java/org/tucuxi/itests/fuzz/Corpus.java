package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.tucuxi.protocols.RpcV2CborProtocol;

/** Hand-made attacks by the format they are for. */
final class Corpus {

    private static final int DEEP = 20_000;

    private final List<byte[]> json = List.of(
            text("{\"Inner\":".repeat(DEEP)), text("[".repeat(DEEP)), text("{\"Free\":" + "[".repeat(DEEP)),
            text("{\"Unknown\":" + "[".repeat(DEEP)), text("{\"Free\":{" + keys(4000) + "}}"),
            text("{\"Inners\":[" + "{},".repeat(20_000) + "{}]}"), text("{\"Tags\":{" + collisions() + "}}"),
            text("{\"Free\":{" + collisions() + "}}"), text("{\"Text\":\"" + "\\u0000".repeat(9000) + "\"}"),
            text("{\"Number\":" + "9".repeat(100_000) + "}"), text("{\"When\":1e999999999}"),
                    text("{\"Exact\":1e999999999}"),
            text("{\"Huge\":\"" + "9".repeat(100_000) + "\"}"), text(longNames("{\"ByName\":{\"", "\":", 60, 8000)));

    private final List<byte[]> xml = List.of(
            text("<a>".repeat(DEEP)), text("<a>" + "<Inner>".repeat(DEEP)),
                    text("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
            text("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), text("<a " + attributes(5000) + "/>"),
            text("<a>" + "<Inners><member/></Inners>".repeat(3000) + "</a>"),
                    text("<a><Text>" + "&amp;".repeat(20_000) + "</Text></a>"),
            text("<a><Text>" + "<![CDATA[a]]>b".repeat(8000) + "</Text></a>"),
                    text("<a>" + "<x:b xmlns:x='y'>".repeat(400)),
            text("<a><Inners>" + "<member/>".repeat(20_000) + "</Inners></a>"),
            text("<a>" + "<Flat>b</Flat>".repeat(20_000) + "</a>"), text("<a><!--" + "-".repeat(50_000)),
                    text("<" + "a".repeat(100_000)),
            text("<a><Text>" + "<b/>c".repeat(20_000) + "</Text></a>"));

    private final List<byte[]> cbor = List.of(
            hex("a165496e6e6572", DEEP), hex("81", DEEP), hex("9f", DEEP), hex("bf65496e6e6572", DEEP), hex("c1", DEEP),
            hex("a1645465787462", 1), hex("a167556e6b6e6f776e" + "81".repeat(DEEP), 1),
            hex("a166496e6e657273990fff" + "a0".repeat(0xfff), 1),
                    hex("a166496e6e6572739f" + "a0".repeat(50_000) + "ff", 1),
            hex("a164546578747f" + "60".repeat(50_000) + "ff", 1),
                    hex("a166426c6f6273" + "9f" + "40".repeat(50_000) + "ff", 1),
            hex("5f" + "40".repeat(50_000), 1));

    /** One of them. */
    byte[] any(String protocol, SplittableRandom random) {
        List<byte[]> known = protocol.equals(RpcV2CborProtocol.NAME) ? cbor : protocol.contains("json") ? json : xml;
        return known.get(random.nextInt(known.size()));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String hex, int times) {
        byte[] piece = HexFormat.of().parseHex(hex);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static String keys(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ",").append('"').append("k").append(i).append("\":").append(i);
        }
        return out.toString();
    }

    /** Names with one hash code: Aa and BB have the same. */
    static String collisions() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 4096; i++) {
            out.append(i == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 12; bit++) {
                out.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            out.append("\":\"x\"");
        }
        return out.toString();
    }

    static String attributes(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(" a").append(i).append("=''");
        }
        return out.toString();
    }

    /** Levels with long names, so that the path to the innermost is long. */
    static String longNames(String before, String after, int levels, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            out.append(before).append("x".repeat(length)).append(after);
        }
        return out.append('!').toString();
    }

}
