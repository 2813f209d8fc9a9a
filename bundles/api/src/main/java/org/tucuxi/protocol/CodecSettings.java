package org.tucuxi.protocol;

/**
 * Settings of a codec.
 *
 * @param timestampPrecision {@code default} (seconds) or {@code millisecond}
 */
public record CodecSettings(String timestampPrecision) {

    /** The defaults. */
    public static final CodecSettings DEFAULTS = new CodecSettings("default");
}
