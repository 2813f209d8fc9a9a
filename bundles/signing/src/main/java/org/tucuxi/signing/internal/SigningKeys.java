package org.tucuxi.signing.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.spec.SecretKeySpec;
import org.tucuxi.credentials.FrozenCredentials;

/**
 * Keeps signing keys: one is good for its day, region and service, and takes four HMACs to make. Direct-mapped and
 * bounded: a newcomer takes the place of whoever was there, so keys of days gone by or of rotated credentials do not
 * pile up.
 */
final class SigningKeys {

    private static final int SLOTS = 64;

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(SLOTS);

    SecretKeySpec get(FrozenCredentials credentials, String day, String region, String name, Workspace work) {
        int hash = 31 * (31 * credentials.accessKey().hashCode() + region.hashCode()) + name.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry entry = entries.get(slot);
        if (entry == null || !entry.fits(credentials, day, region, name)) {
            entry = new Entry(credentials, day, region, name, derive(credentials, day, region, name, work));
            entries.set(slot, entry);
        }
        return entry.key;
    }

    void clear() {
        for (int i = 0; i < SLOTS; i++) {
            entries.set(i, null);
        }
    }

    private static SecretKeySpec derive(FrozenCredentials credentials, String day, String region, String name,
            Workspace work) {
        Bytes text = work.text();
        text.truncate(0).utf8("AWS4").utf8(credentials.secretKey());
        byte[] key = Arrays.copyOf(text.array(), text.size());
        for (String part : new String[] {day, region, name, "aws4_request"}) {
            text.truncate(0).utf8(part);
            key = work.hmacOfText(new SecretKeySpec(key, "HmacSHA256"));
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    /** Not a record: nobody shall print it. */
    private static final class Entry {
        private final FrozenCredentials credentials;
        private final String day;
        private final String region;
        private final String name;
        private final SecretKeySpec key;

        Entry(FrozenCredentials credentials, String day, String region, String name, SecretKeySpec key) {
            this.credentials = credentials;
            this.day = day;
            this.region = region;
            this.name = name;
            this.key = key;
        }

        boolean fits(FrozenCredentials who, String when, String where, String what) {
            return day.equals(when) && region.equals(where) && name.equals(what)
                    && (credentials == who || credentials.secretKey().equals(who.secretKey()));
        }
    }
}
