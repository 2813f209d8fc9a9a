package org.tucuxi.itests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Makes values of shapes in JSON or CBOR. With chaos above zero some parts are not what their shape says. */
final class TreeDocument {

    private static final int FLAT = 6;
    private static final int ENOUGH = 3000;

    private final SplittableRandom random;
    private final Sink out;
    private final double chaos;
    private int values;

    TreeDocument(SplittableRandom random, Sink out, double chaos) {
        this.random = random;
        this.out = out;
        this.chaos = chaos;
    }

    void value(Shape shape, int depth) {
        values++;
        if (random.nextDouble() < chaos) {
            wrong(depth);
        } else if (shape instanceof StructureShape structure) {
            structure(structure, depth, null);
        } else if (shape instanceof ListShape list) {
            int size = size(depth);
            out.beginList(claim(size));
            for (int i = 0; i < size; i++) {
                value(list.member(), depth + 1);
            }
            out.endList();
        } else if (shape instanceof MapShape map) {
            int size = size(depth);
            out.beginMap(claim(size));
            for (int i = 0; i < size; i++) {
                out.key(random.nextDouble() < chaos ? Scalars.name(random) : Scalars.word(random) + i);
                value(map.value(), depth + 1);
            }
            out.endMap();
        } else {
            scalar(shape);
        }
    }

    /** A structure; {@code type} is what an error calls itself, or null. */
    void structure(StructureShape shape, int depth, String type) {
        List<Map.Entry<String, Shape>> members = chosen(shape, depth);
        out.beginMap(claim(members.size() + (type == null ? 0 : 1)));
        if (type != null) {
            out.key("__type");
            out.text(type);
        }
        for (Map.Entry<String, Shape> member : members) {
            String wireName = member.getValue().locationName();
            out.key(random.nextDouble() < chaos ? Scalars.name(random)
                    : wireName == null ? member.getKey() : wireName);
            value(member.getValue(), depth + 1);
        }
        out.endMap();
    }

    private List<Map.Entry<String, Shape>> chosen(StructureShape shape, int depth) {
        List<Map.Entry<String, Shape>> all = new ArrayList<>(shape.members().entrySet());
        List<Map.Entry<String, Shape>> chosen = new ArrayList<>();
        if (shape.isUnion() && !all.isEmpty() && random.nextDouble() >= chaos) {
            chosen.add(all.get(random.nextInt(all.size())));
            return chosen;
        }
        for (Map.Entry<String, Shape> member : all) {
            if (values < ENOUGH && random.nextInt(FLAT) >= depth) {
                chosen.add(member);
            }
        }
        if (!chosen.isEmpty() && random.nextDouble() < chaos) {
            chosen.add(chosen.get(random.nextInt(chosen.size())));
        }
        return chosen;
    }

    private int size(int depth) {
        return depth >= FLAT || values > ENOUGH ? 0 : random.nextInt(4);
    }

    private int claim(int size) {
        return random.nextDouble() < chaos ? size + random.nextInt(-2, 1000) : size;
    }

    private void scalar(Shape shape) {
        switch (shape.type()) {
            case BOOLEAN -> out.truth(random.nextBoolean());
            case INTEGER -> out.whole(random.nextInt());
            case LONG, BIG_INTEGER -> out.whole(random.nextLong() >> random.nextInt(64));
            case FLOAT, DOUBLE, BIG_DECIMAL -> out.decimal(random.nextDouble() * 1e6);
            case TIMESTAMP -> out.time(random.nextBoolean() ? random.nextInt() : random.nextDouble() * 2e9);
            case BLOB -> out.blob(Scalars.bytes(random));
            default -> out.text(Scalars.word(random));
        }
    }

    private void wrong(int depth) {
        switch (random.nextInt(12)) {
            case 0 -> out.nothing();
            case 1 -> out.truth(random.nextBoolean());
            case 2 -> out.whole(random.nextLong());
            case 3 -> out.decimal(Double.longBitsToDouble(random.nextLong()));
            case 4, 5 -> out.text(Scalars.hostile(random));
            case 6 -> out.blob(Scalars.bytes(random));
            case 7 -> out.time(Double.longBitsToDouble(random.nextLong()));
            case 8 -> nest(1 + random.nextInt(random.nextBoolean() ? 8 : 600));
            default -> out.hostile(random);
        }
    }

    private void nest(int levels) {
        boolean isMap = random.nextBoolean();
        for (int i = 0; i < levels; i++) {
            if (isMap) {
                out.beginMap(1);
                out.key(Scalars.name(random));
            } else {
                out.beginList(1);
            }
        }
        out.nothing();
        for (int i = 0; i < levels; i++) {
            if (isMap) {
                out.endMap();
            } else {
                out.endList();
            }
        }
    }
}
