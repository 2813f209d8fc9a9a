package org.tucuxi.itests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/** Writes JSON. */
final class JsonSink implements Sink {

    private static final String[] HOSTILE = {
        "NaN", "Infinity", "-Infinity", "01", "-", "1e", "1.", ".5", "+1", "0x1f", "tru", "nul", "undefined", "'a'",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u12\"", "\"\\x41\"", "\"\u0001\"", "\"\u0000\"", "\"open", "[1,]",
        "{,}", "{\"a\"}", "{\"a\":}", "{1:2}", "[}", "/* */1", "//\n1", "1e999999999", "-1e-999999999",
        "9223372036854775808", "-9223372036854775809", "1".repeat(999), "1".repeat(1001), "0." + "3".repeat(5000),
        "1e" + "9".repeat(990), "[[[[[[[[", "]]]]", "}}}}", "\ufeff1", "18446744073709551616", "1E+400", "-0", "-0.0",
        "\"2999999-01-01T00:00:00Z\"", "\"0000-00-00T00:00:00Z\"", "253402300800", "-62135596801", "1e18", "1e30"
    };

    private final StringBuilder out = new StringBuilder();
    private boolean isFirst = true;

    @Override
    public void beginMap(int size) {
        begin('{');
    }

    @Override
    public void endMap() {
        end('}');
    }

    @Override
    public void beginList(int size) {
        begin('[');
    }

    @Override
    public void endList() {
        end(']');
    }

    @Override
    public void key(String name) {
        separate();
        quoted(name);
        out.append(':');
        isFirst = true;
    }

    @Override
    public void text(String value) {
        separate();
        quoted(value);
    }

    @Override
    public void whole(long value) {
        raw(Long.toString(value));
    }

    @Override
    public void decimal(double value) {
        raw(Double.isNaN(value) || Double.isInfinite(value) ? "\"" + value + '"' : Double.toString(value));
    }

    @Override
    public void truth(boolean value) {
        raw(Boolean.toString(value));
    }

    @Override
    public void nothing() {
        raw("null");
    }

    @Override
    public void blob(byte[] value) {
        raw('"' + Base64.getEncoder().encodeToString(value) + '"');
    }

    @Override
    public void time(double seconds) {
        raw(Double.toString(seconds));
    }

    @Override
    public void hostile(SplittableRandom random) {
        raw(HOSTILE[random.nextInt(HOSTILE.length)]);
    }

    @Override
    public byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void raw(String value) {
        separate();
        out.append(value);
    }

    private void begin(char c) {
        separate();
        out.append(c);
        isFirst = true;
    }

    private void end(char c) {
        out.append(c);
        isFirst = false;
    }

    private void separate() {
        if (!isFirst) {
            out.append(',');
        }
        isFirst = false;
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
