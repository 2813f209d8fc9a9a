package org.tucuxi.endpoints;

/** Tells IP addresses from host names, by their form alone. */
final class IpAddress {

    private static final int HEXTETS = 8;
    private static final int MAX_HEX_DIGITS = 4;

    private IpAddress() {
    }

    /** Four groups of one to three digits. */
    static boolean isV4(CharSequence text) {
        int groups = 1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (digits == 0) {
                    return false;
                }
                groups++;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                digits++;
            } else {
                return false;
            }
        }
        return groups == 4 && digits > 0;
    }

    /** RFC 3986's IPv6address, with RFC 6874's zone if any; without brackets. */
    static boolean isV6(String text) {
        int zone = text.indexOf('%');
        if (zone >= 0 && !isZone(text, zone)) {
            return false;
        }
        String address = zone < 0 ? text : text.substring(0, zone);
        int gap = address.indexOf("::");
        if (gap < 0) {
            return hextets(address) == HEXTETS;
        }
        int before = gap == 0 ? 0 : hextets(address.substring(0, gap));
        int after = gap + 2 == address.length() ? 0 : hextets(address.substring(gap + 2));
        boolean addressOfV4BeforeGap = address.lastIndexOf('.', gap) >= 0;
        return before >= 0 && after >= 0 && before + after < HEXTETS && !addressOfV4BeforeGap;
    }

    /** How many 16-bit groups the text has, an IPv4 address at its end counting as two; -1 when it is malformed. */
    private static int hextets(String text) {
        int count = 0;
        for (int start = 0; start <= text.length();) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            if (colon < 0 && isV4(text.substring(start))) {
                return count + 2;
            }
            if (!isHextet(text, start, end)) {
                return -1;
            }
            count++;
            start = end + 1;
        }
        return count;
    }

    private static boolean isHextet(String text, int from, int to) {
        if (to == from || to - from > MAX_HEX_DIGITS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** {@code %25name} or {@code %name}. */
    private static boolean isZone(String text, int percent) {
        int start = text.startsWith("%25", percent) ? percent + 3 : percent + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                    || "._!-~%".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return start < text.length();
    }
}
