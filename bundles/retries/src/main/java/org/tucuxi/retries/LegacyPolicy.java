package org.tucuxi.retries;

import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.ChecksumException;

/** One reason of legacy mode to try again, looked for in a response. */
sealed interface LegacyPolicy {

    /**
     * Whether the response is a reason to try again.
     *
     * @throws ChecksumException when the body is damaged, which is a reason as well
     */
    boolean matches(NeedsRetry event, String errorCode);

    record Status(int status) implements LegacyPolicy {
        @Override
        public boolean matches(NeedsRetry event, String errorCode) {
            return event.httpResponse().status() == status;
        }
    }

    record Code(int status, String code) implements LegacyPolicy {
        @Override
        public boolean matches(NeedsRetry event, String errorCode) {
            return code.equals(errorCode) && event.httpResponse().status() == status;
        }
    }

    record BodyCrc32() implements LegacyPolicy {
        @Override
        public boolean matches(NeedsRetry event, String errorCode) {
            Attempt.Mismatch mismatch = Attempt.crc32Mismatch(event.httpResponse());
            if (mismatch != null) {
                throw new ChecksumException("crc32", mismatch.expected(), mismatch.actual());
            }
            return false;
        }
    }
}
