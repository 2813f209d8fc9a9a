package org.tucuxi.itests.faults;

import java.util.List;

/**
 * How a call went, or should go.
 *
 * @param ending in a word, with the status and the code of an error
 * @param announced the attempts' headers {@code amz-sdk-request}
 * @param pauseNanos the pauses between attempts
 * @param isMaxAttemptsReached whether the response says so
 * @param isQuotaReached whether the response says so
 */
record Story(String ending, List<String> announced, List<Long> pauseNanos, boolean isMaxAttemptsReached,
        boolean isQuotaReached) {
}
