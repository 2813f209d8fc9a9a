package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Attacks in event streams. */
final class HostileFrames {

    private static final byte[] GOOD = FrameBytes.event("Loose", "{\"Text\":\"a\"}");

    static final List<Hostile> ALL = List.of(
            refused("a wrong checksum of the prelude", flipped(GOOD, 9),
                    " at frame 1 (byte 0): expected the prelude checksum"),
            refused("a wrong checksum of the message", flipped(GOOD, GOOD.length - 1),
                    " at frame 1 (byte 0): expected the message checksum"),
            refused("a payload that was changed", flipped(GOOD, GOOD.length - 8),
                    " at frame 1 (byte 0): expected the message checksum"),
            refused("a broken second frame", both(GOOD, flipped(GOOD, 9)),
                    " at frame 2 (byte " + GOOD.length + "): expected the prelude checksum"),
            refused("a frame that was cut", Arrays.copyOf(GOOD, GOOD.length - 5),
                    " at frame 1 (byte 0): expected at least 1 more bytes"),
            refused("a frame of four gigabytes", FrameBytes.prelude(-1, 0),
                    " at frame 1 (byte 0): expected a payload of at most"),
            refused("headers of four gigabytes", FrameBytes.prelude(-1, -1),
                    " at frame 1 (byte 0): expected headers of at most"),
            refused("headers larger than their frame", FrameBytes.prelude(20, 100),
                    " at frame 1 (byte 0): expected a frame that holds its headers"),
            refused("a frame smaller than its frame", FrameBytes.prelude(3, 0),
                    " at frame 1 (byte 0): expected a frame that holds"),
            refused("a frame that claims 24 megabytes", FrameBytes.prelude(25_165_840, 0),
                    " at frame 1 (byte 0): expected at least 25165824 more bytes"),
            refused("a header of an unknown type", FrameBytes.frame(header("h", 77, 3), new byte[0]),
                    " at frame 1 (byte 0): expected a header type of 0 to 9, got 77"),
            refused("a header longer than the headers", FrameBytes.frame(new byte[] {1, 'h', 7, (byte) 0xff,
                    (byte) 0xff, 'a'}, new byte[0]),
                    " at frame 1 (byte 0): expected a header value of 65535 bytes, got 1"),
            refused("a header name longer than the headers", FrameBytes.frame(new byte[] {(byte) 0xff, 'h'},
                    new byte[0]),
                    " at frame 1 (byte 0): expected a header of"),
            refused("a header twice", FrameBytes.frame(FrameBytes.headers("h", "a", "h", "b"), new byte[0]),
                    " at frame 1 (byte 0): expected each header once, got \"h\" twice"),
            refused("a payload that is no JSON", FrameBytes.event("Loose", "{\"Text\":"),
                    " at frame 1 (byte 0), Loose: expected a JSON document, got what is none at offset 8"),
            refused("a payload of a million levels", FrameBytes.event("Everything",
                    "{\"Inner\":".repeat(HostileJson.MILLION)),
                    " at frame 1 (byte 0), Everything.Everything.Inner.Inner"),
            read("an event that is not in the model", FrameBytes.event("Newer", "no JSON")),
            read("a frame without headers", FrameBytes.frame(new byte[0], new byte[0])),
            read("a rest that is shorter than a prelude", Arrays.copyOf(GOOD, 11)),
            read("a thousand headers", FrameBytes.frame(thousandHeaders(), new byte[0])),
            read("ten thousand frames of nothing", Corpus.hex("000000100000000005c248eb7d98c8ff", 10_000)));

    private HostileFrames() {
    }

    private static Hostile refused(String name, byte[] body, String outcome) {
        return new Hostile(name, "Listen", body, outcome);
    }

    private static Hostile read(String name, byte[] body) {
        return new Hostile(name, "Listen", body, null);
    }

    private static byte[] flipped(byte[] frame, int at) {
        byte[] result = frame.clone();
        result[at] ^= 1;
        return result;
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }

    private static byte[] header(String name, int type, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameBytes.header(out, name, type, new byte[length]);
        return out.toByteArray();
    }

    private static byte[] thousandHeaders() {
        String[] texts = new String[2000];
        for (int i = 0; i < texts.length; i += 2) {
            texts[i] = "h" + i;
            texts[i + 1] = "";
        }
        return FrameBytes.headers(texts);
    }
}
