package org.tucuxi.protocols.cbor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GetMetricData as one would write its parser by hand, and the response that it reads. */
public final class MetricsByHand {

    private static final byte[] RESULTS = bytes("MetricDataResults");
    private static final byte[] ID = bytes("Id");
    private static final byte[] LABEL = bytes("Label");
    private static final byte[] TIMESTAMPS = bytes("Timestamps");
    private static final byte[] VALUES = bytes("Values");
    private static final byte[] STATUS_CODE = bytes("StatusCode");

    private MetricsByHand() {
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** A response. */
    public static byte[] response(int metrics, int points) {
        CborWriter out = new CborWriter(32 * metrics * points);
        out.enterMap(1);
        out.writeString("MetricDataResults");
        out.enterArray(metrics);
        for (int metric = 0; metric < metrics; metric++) {
            out.enterMap(5);
            out.writeString("Id");
            out.writeString("m" + metric);
            out.writeString("Label");
            out.writeString("CPUUtilization i-0123456789abcde" + metric);
            out.writeString("Timestamps");
            out.enterArray(points);
            for (int point = 0; point < points; point++) {
                out.writeTag(CborType.EPOCH_SECONDS);
                out.writeDouble(1_767_225_600d + 60 * point);
            }
            out.leave();
            out.writeString("Values");
            out.enterArray(points);
            for (int point = 0; point < points; point++) {
                out.writeDouble(0.1 * (metric + point * 7 % 100));
            }
            out.leave();
            out.writeString("StatusCode");
            out.writeString("Complete");
            out.leave();
        }
        return out.toBytes();
    }

    /** Reads a response; its metadata are left out. */
    public static Map<String, Object> parse(byte[] document) {
        CborReader in = new CborReader(document);
        Map<String, Object> map = new LinkedHashMap<>();
        int size = in.enterMap();
        for (int i = 0; in.more(size, i); i++) {
            in.readText();
            if (in.isText(RESULTS)) {
                map.put("MetricDataResults", results(in));
            } else {
                in.skip();
            }
        }
        in.end();
        return map;
    }

    private static List<Object> results(CborReader in) {
        int size = in.enterArray();
        List<Object> results = new ArrayList<>(size);
        for (int i = 0; in.more(size, i); i++) {
            results.add(result(in));
        }
        return results;
    }

    private static Map<String, Object> result(CborReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = in.enterMap();
        for (int i = 0; in.more(size, i); i++) {
            in.readText();
            if (in.isText(ID)) {
                map.put("Id", in.readString());
            } else if (in.isText(LABEL)) {
                map.put("Label", in.readString());
            } else if (in.isText(TIMESTAMPS)) {
                map.put("Timestamps", timestamps(in));
            } else if (in.isText(VALUES)) {
                map.put("Values", values(in));
            } else if (in.isText(STATUS_CODE)) {
                map.put("StatusCode", in.readString());
            } else {
                in.skip();
            }
        }
        return map;
    }

    private static List<Object> timestamps(CborReader in) {
        int size = in.enterArray();
        List<Object> items = new ArrayList<>(size);
        for (int i = 0; in.more(size, i); i++) {
            in.readTag();
            double seconds = in.readDouble();
            long whole = (long) seconds;
            items.add(Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e6) * 1000));
        }
        return items;
    }

    private static List<Object> values(CborReader in) {
        int size = in.enterArray();
        List<Object> items = new ArrayList<>(size);
        for (int i = 0; in.more(size, i); i++) {
            items.add(in.readDouble());
        }
        return items;
    }
}
