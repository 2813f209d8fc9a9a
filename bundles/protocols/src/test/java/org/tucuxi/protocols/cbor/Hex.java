package org.tucuxi.protocols.cbor;

import java.util.HexFormat;

/** CBOR as the tests and RFC 8949 spell it: hexadecimal digits, spaces as one likes. */
public final class Hex {

    private Hex() {
    }

    /** The bytes. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** The digits. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
