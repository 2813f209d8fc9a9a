package org.tucuxi.credentials.internal.metadata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * Lets credentials of an instance live on that should have been renewed by now. The metadata service hands out old ones
 * while it has problems, and AWS goes on accepting them; so they are used and asked for again some minutes later, at
 * another moment on each instance.
 */
final class ExpiryExtension {

    /** Two to ten minutes, in seconds. */
    static final IntSupplier RANDOM = () -> ThreadLocalRandom.current().nextInt(120, 601);

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryExtension.class);
    private static final Duration REFRESH_WINDOW = Duration.ofMinutes(15);

    private final Clock clock;
    private final IntSupplier randomSeconds;

    ExpiryExtension(Clock clock, IntSupplier randomSeconds) {
        this.clock = clock;
        this.randomSeconds = randomSeconds;
    }

    TemporaryCredentials apply(TemporaryCredentials found) {
        Duration offset = REFRESH_WINDOW.plusSeconds(randomSeconds.getAsInt());
        Instant now = clock.instant();
        if (now.isBefore(found.expiry().minus(offset))) {
            return found;
        }
        LOG.info("The instance metadata service handed out credentials that end at {}; they are used on, and asked for"
                + " again within {} minutes", found.expiry(), offset.toMinutes());
        return new TemporaryCredentials(found.keys(), now.plus(offset).truncatedTo(ChronoUnit.SECONDS));
    }
}
