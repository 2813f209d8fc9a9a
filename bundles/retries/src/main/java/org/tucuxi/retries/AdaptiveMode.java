package org.tucuxi.retries;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.Registration;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.retry.RetryMode;

/** The mode {@code adaptive}: standard mode, and a client that was throttled sends more slowly for a while. */
@Component(property = RetryMode.RETRY_MODE + "=adaptive")
public final class AdaptiveMode implements RetryMode {

    private final StandardMode standard;
    private final Ticker ticker;

    /** Goes by the system's monotonic clock. */
    @Activate
    public AdaptiveMode() {
        this(new StandardMode(), Ticker.SYSTEM);
    }

    AdaptiveMode(StandardMode standard, Ticker ticker) {
        this.standard = standard;
        this.ticker = ticker;
    }

    @Override
    public Registration register(Emitter clientEvents, ServiceModel service, int totalMaxAttempts) {
        RateLimiter limiter = new RateLimiter(ticker);
        EventHandler<BeforeSend, HttpResponse> beforeSend = event -> {
            limiter.beforeSend();
            return null;
        };
        EventHandler<NeedsRetry, Duration> needsRetry = event -> {
            limiter.afterResponse(RetryableErrors.isThrottling(event));
            return null;
        };
        return Registrations.of(standard.register(clientEvents, service, totalMaxAttempts),
                clientEvents.register("before-send", beforeSend), clientEvents.register("needs-retry", needsRetry));
    }
}
