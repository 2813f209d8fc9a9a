package org.tucuxi.itests.fuzz;

import java.util.Locale;
import java.util.SplittableRandom;
import org.tucuxi.model.Shape;

/** Texts of scalars: right ones, and such as make readers stumble. */
final class Scalars {

    private static final String[] TIMES = {
        "2019-12-16T23:48:18Z", "2019-12-16T23:48:18.123456789Z", "20191216T234818Z", "Mon, 16 Dec 2019 23:48:18 GMT",
        "Mon Dec 16 23:48:18 2019", "1576540098", "1576540098.5", "2019-12-16", "2019-12-16T23:48:18+05:30"
    };
    private static final String[] HOSTILE = {"", " ", "\t\n", "null", "NaN", "Infinity", "-Infinity", "true", "-",
            "+", "--1",
        "1e999999999", "1e-999999999", "-1E+2147483648", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "1".repeat(400), "0." + "0".repeat(900) + "1", "0x1p3", "1f",
        "١٢٣",
        "9999-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "0000-00-00", "2019-02-30T00:00:00Z", "2019-12-16T24:00:00Z",
        "2019-12-16T23:48:18.", "2019-12-16T23:48:18+99:99", "2019-12-16T", "20191216T",
        "Mon, 99 Foo 2019 99:99:99 GMT",
        "Mon, ", "Mon", "1-1-1", "1 Jan", "31 Feb 2019", "-62135596801", "253402300800", "99999999999999999999999999",
        "1e18", "-1e18", "1576540098.99999999999999999999999999999999999999999999", "=", "====", "A", "AA=A",
        "AAA\u0100",
        "\"", "\"a", "\"a\\", "\"a\"b", "\"a\",,,\"b", ",", ",,,,,", "a,\"b\",c", "Mon,",
        "Mon, 16 Dec 2019 23:48:18 GMT,",
        "a,b,c", "\u0000", "\ufffd", "\ud83d\ude00", "\u2028", "{}", "e30=", "W10=", "eyJhIjo=", "bnVsbA==", "MQ==",
        "%zz",
        "${x}", "../../x", "<a>", "&amp;", "]]>", "a:b#c", "#", ":", ";", "a;b;c"};

    private Scalars() {
    }

    static String text(Shape shape, SplittableRandom random) {
        return switch (shape.type()) {
            case BOOLEAN -> random.nextBoolean() ? "true" : "false";
            case INTEGER -> Integer.toString(random.nextInt());
            case LONG, BIG_INTEGER -> Long.toString(random.nextLong());
            case FLOAT, DOUBLE, BIG_DECIMAL -> Double.toString(random.nextDouble() * 1e6);
            case TIMESTAMP -> TIMES[random.nextInt(TIMES.length)];
            case BLOB -> java.util.Base64.getEncoder().encodeToString(bytes(random));
            default -> word(random);
        };
    }

    static String hostile(SplittableRandom random) {
        return HOSTILE[random.nextInt(HOSTILE.length)];
    }

    static String word(SplittableRandom random) {
        int length = random.nextInt(12);
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(20);
            out.append((char) (kind == 0 ? 0x20ac : kind == 1 ? 'é' : 'a' + random.nextInt(26)));
        }
        return out.toString();
    }

    static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A name that no model has, or a very long one. */
    static String name(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "x".repeat(1 + random.nextInt(5000));
            case 2 -> "a\nb\rc\u0000\u001b[31m";
            case 3 -> "__type";
            case 4 -> "ResponseMetadata";
            case 5 -> "Error";
            default -> word(random).toUpperCase(Locale.ROOT) + 'x';
        };
    }
}
