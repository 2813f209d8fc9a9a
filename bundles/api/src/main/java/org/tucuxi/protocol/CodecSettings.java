package org.tucuxi.protocol;

/**
 * Settings of a codec.
 *
 * @param timestampPrecision {@code default} (seconds) or {@code millisecond}
 */
public record CodecSettings(String timestampPrecision) {

    /** The defaults. */
    public static final CodecSettings DEFAULTS = new CodecSettings("default");

    private static final String MILLISECOND = "millisecond";

    /**
     * Makes settings.
     *
     * @throws IllegalArgumentException when the precision is none of the two
     */
    public CodecSettings {
        if (!"default".equals(timestampPrecision) && !MILLISECOND.equals(timestampPrecision)) {
            throw new IllegalArgumentException("The timestamp precision is " + timestampPrecision
                    + "; default and millisecond are known");
        }
    }

    /**
     * Whether timestamps are written with milliseconds.
     *
     * @return false for whole seconds
     */
    public boolean isMillisecondPrecision() {
        return MILLISECOND.equals(timestampPrecision);
    }
}
