package org.tucuxi.itests.faults;

/** A retry mode, as these tests run it. */
enum Mode {
    LEGACY("legacy"), STANDARD("standard"), ADAPTIVE("adaptive"),
    /** Standard mode with AWS_NEW_RETRIES_2026. */
    NEW_RETRIES("standard");

    final String option;

    Mode(String option) {
        this.option = option;
    }
}
