package org.tucuxi.services.s3control;

/**
 * A resource name, cut to what S3 Control needs to know.
 *
 * @param text the whole name
 * @param service the third part
 * @param region the fourth part
 * @param account the fifth part
 * @param resource the sixth part
 */
record OutpostArn(String text, String service, String region, String account, String resource) {

    private static final int PARTS = 6;

    /** Cuts a text of six parts or more; null when it is none. Whether it is a good one is for the endpoint rules to say. */
    static OutpostArn of(Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        String[] parts = text.split(":", PARTS);
        return parts.length < PARTS ? null : new OutpostArn(text, parts[2], parts[3], parts[4], parts[5]);
    }

    /** Whether it names something on an outpost: {@code outpost/ID/KIND/NAME}, with slashes or colons. */
    boolean isOnOutpost(String kind) {
        if (!service.equals("s3-outposts")) {
            return false;
        }
        String[] parts = resource.split("[/:]", -1);
        return parts.length == 4 && parts[0].equals("outpost") && parts[2].equals(kind);
    }

    /** Whether the region is one of the pseudo regions that once stood for FIPS endpoints. */
    boolean isFips() {
        return region.startsWith("fips-") || region.endsWith("fips-");
    }
}
