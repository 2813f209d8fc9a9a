package org.tucuxi.itests.protocoltests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CBOR (RFC 8949) as plain values, read by other code than the one that is tested. */
final class Cbor {

    private static final int INDEFINITE = 31;
    private static final Object BREAK = new Object();

    private final ByteBuffer in;

    private Cbor(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    static Object decode(byte[] bytes) {
        Cbor cbor = new Cbor(bytes);
        Object value = cbor.value();
        if (cbor.in.hasRemaining()) {
            throw new AssertionError(cbor.in.remaining() + " bytes after the value");
        }
        return value;
    }

    private Object value() {
        int head = in.get() & 0xff;
        int info = head & 31;
        return switch (head >> 5) {
            case 0 -> unsigned(info);
            case 1 -> unsigned(info).negate().subtract(BigInteger.ONE);
            case 2 -> string(info);
            case 3 -> new String(string(info), UTF_8);
            case 4 -> array(info);
            case 5 -> map(info);
            case 6 -> Map.of("tag " + unsigned(info), value());
            default -> simple(info);
        };
    }

    private BigInteger unsigned(int info) {
        return switch (info) {
            case 24 -> BigInteger.valueOf(in.get() & 0xff);
            case 25 -> BigInteger.valueOf(in.getShort() & 0xffff);
            case 26 -> BigInteger.valueOf(in.getInt() & 0xffffffffL);
            case 27 -> new BigInteger(Long.toUnsignedString(in.getLong()));
            default -> BigInteger.valueOf(info);
        };
    }

    private byte[] string(int info) {
        if (info != INDEFINITE) {
            byte[] bytes = new byte[unsigned(info).intValueExact()];
            in.get(bytes);
            return bytes;
        }
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (Object part = value(); part != BREAK; part = value()) {
            parts.writeBytes(part instanceof byte[] bytes ? bytes : ((String) part).getBytes(UTF_8));
        }
        return parts.toByteArray();
    }

    private List<Object> array(int info) {
        List<Object> items = new ArrayList<>();
        int length = info == INDEFINITE ? Integer.MAX_VALUE : unsigned(info).intValueExact();
        while (items.size() < length) {
            Object item = value();
            if (item == BREAK) {
                break;
            }
            items.add(item);
        }
        return items;
    }

    private Map<Object, Object> map(int info) {
        Map<Object, Object> entries = new TreeMap<>();
        int length = info == INDEFINITE ? Integer.MAX_VALUE : unsigned(info).intValueExact();
        while (entries.size() < length) {
            Object key = value();
            if (key == BREAK) {
                break;
            }
            entries.put(key, value());
        }
        return entries;
    }

    private Object simple(int info) {
        return switch (info) {
            case 20 -> false;
            case 21 -> true;
            case 22, 23 -> null;
            case 25 -> half(in.getShort() & 0xffff);
            case 26 -> in.getFloat();
            case 27 -> in.getDouble();
            case INDEFINITE -> BREAK;
            default -> throw new AssertionError("a simple value " + info);
        };
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 0x3ff;
        double value = exponent == 0 ? fraction * Math.pow(2, -24)
                : exponent == 31 ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
        return (bits & 0x8000) == 0 ? value : -value;
    }
}
