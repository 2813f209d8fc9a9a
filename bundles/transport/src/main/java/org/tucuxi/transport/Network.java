package org.tucuxi.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Address ranges in the form {@code 10.0.0.0/8}. Names are never resolved. */
final class Network {

    private Network() {
    }

    static boolean contains(String range, String host) {
        int slash = range.indexOf('/');
        byte[] network = address(range.substring(0, slash));
        byte[] address = address(host);
        if (network == null || address == null || network.length != address.length) {
            return false;
        }
        try {
            return samePrefix(network, address, Integer.parseInt(range.substring(slash + 1)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean samePrefix(byte[] network, byte[] address, int bits) {
        if (bits < 0 || bits > network.length * 8) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i & 7);
            if ((network[i >> 3] & mask) != (address[i >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] address(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean part = (c >= '0' && c <= '9') || c == '.' || (text.indexOf(':') >= 0 && isHexOrColon(c));
            if (!part) {
                return null;
            }
        }
        try {
            return text.isEmpty() ? null : InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isHexOrColon(char c) {
        return c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
