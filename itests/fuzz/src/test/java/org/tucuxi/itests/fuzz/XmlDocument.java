package org.tucuxi.itests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Makes values of shapes in XML. With chaos above zero some parts are not what their shape says. */
final class XmlDocument {

    private static final int FLAT = 6;
    private static final int ENOUGH = 3000;
    private static final String[] HOSTILE = {"<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x110000;",
            "&#xD800;", "&#;", "&",
        "&lt", "&#99999999999;", "<![CDATA[", "<![CDATA[a]]>", "]]>", "<!-- a -- b -->", "<!-- a -->", "<!--",
        "<?xml version='1.0'?>",
        "<?x y?>", "<?", "<", "<>", "</>", "</a>", "<a", "<a b>", "<a b=c>", "<a b='c>", "<a b='<'>",
                "<a b='1' b='2'/>",
        "<x:a/>", "<a x:b=''/>", "<a xmlns:x='' x:b=''/>", "<a:b:c/>", "<:a/>", "<-a/>", "\u0000", "\ufffe", "<a/>",
                "<a><b></a></b>",
        "\r\n\t", "<a xmlns='urn:x'>", "<entry/>", "<entry><key/></entry>", "<entry><key>a</key><key>b</key></entry>",
        "<member/>", "<item/>", "text", "<Error/>", "<Errors><Error/></Errors>", "<ResponseMetadata/>"};

    private final StringBuilder out = new StringBuilder();
    private final SplittableRandom random;
    private final double chaos;
    private int values;

    XmlDocument(SplittableRandom random, double chaos) {
        this.random = random;
        this.chaos = chaos;
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    void raw(String text) {
        out.append(text);
    }

    void open(String name) {
        out.append('<').append(name);
        if (random.nextDouble() < chaos) {
            out.append(" xmlns=\"urn:x\" a").append(random.nextInt(3)).append("='&lt;'");
        }
        out.append('>');
    }

    void close(String name) {
        out.append("</").append(random.nextDouble() < chaos / 4 ? "x" : name).append('>');
    }

    void element(String name, Shape shape, int depth) {
        open(name);
        content(shape, depth);
        close(name);
    }

    void content(Shape shape, int depth) {
        values++;
        if (random.nextDouble() < chaos) {
            wrong();
        } else if (shape instanceof StructureShape structure) {
            members(structure, depth);
        } else if (shape instanceof ListShape list) {
            String item = list.member().locationName() == null ? "member" : list.member().locationName();
            for (int i = size(depth); i > 0; i--) {
                element(item, list.member(), depth + 1);
            }
        } else if (shape instanceof MapShape map) {
            for (int i = size(depth); i > 0; i--) {
                entry("entry", map, depth);
            }
        } else {
            escaped(random.nextDouble() < chaos ? Scalars.hostile(random) : Scalars.text(shape, random));
        }
    }

    private void entry(String name, MapShape map, int depth) {
        open(name);
        String key = map.key().locationName() == null ? "key" : map.key().locationName();
        String value = map.value().locationName() == null ? "value" : map.value().locationName();
        element(key, map.key(), depth + 1);
        if (random.nextDouble() >= chaos) {
            element(value, map.value(), depth + 1);
        }
        close(name);
    }

    void members(StructureShape shape, int depth) {
        int only = shape.isUnion() && !shape.members().isEmpty() ? random.nextInt(shape.members().size()) : -1;
        int index = 0;
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            boolean isChosen = only >= 0 ? index == only : values < ENOUGH && random.nextInt(FLAT) >= depth;
            index++;
            if (isChosen || random.nextDouble() < chaos / 8) {
                member(member.getKey(), member.getValue(), depth);
            }
        }
    }

    private void member(String name, Shape shape, int depth) {
        String wireName = shape.locationName() == null ? name : shape.locationName();
        boolean isFlat = shape.flag("flattened");
        int times = isFlat ? size(depth) : random.nextDouble() < chaos ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (isFlat && shape instanceof ListShape list) {
                element(wireName, list.member(), depth + 1);
            } else if (isFlat && shape instanceof MapShape map) {
                entry(wireName, map, depth);
            } else {
                element(wireName, shape, depth + 1);
            }
        }
    }

    private int size(int depth) {
        return depth >= FLAT || values > ENOUGH ? 0 : random.nextInt(4);
    }

    private void wrong() {
        switch (random.nextInt(6)) {
            case 0 -> escaped(Scalars.hostile(random));
            case 1 -> nest(1 + random.nextInt(random.nextBoolean() ? 8 : 600));
            default -> out.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        }
    }

    private void nest(int levels) {
        String name = random.nextBoolean() ? "a" : "Inner";
        out.append(('<' + name + '>').repeat(levels)).append(("</" + name + '>').repeat(levels));
    }

    private void escaped(String text) {
        out.append(text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;").replace("\u0000", ""));
    }
}
