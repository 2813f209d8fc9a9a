package org.tucuxi.retries;

import java.util.function.DoubleSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Registration;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.retry.RetryMode;

/** The mode {@code legacy}: the reference's default. */
@Component(property = RetryMode.RETRY_MODE + "=legacy")
public final class LegacyMode implements RetryMode {

    private final DoubleSupplier random;

    /** Pauses for random times. */
    @Activate
    public LegacyMode() {
        this(Pause::random);
    }

    LegacyMode(DoubleSupplier random) {
        this.random = random;
    }

    @Override
    public Registration register(Emitter clientEvents, ServiceModel service, int totalMaxAttempts) {
        String sid = service.hyphenizedServiceId();
        LegacyPolicies policies = LegacyPolicies.of(service.endpointPrefix());
        int attempts = totalMaxAttempts > 0 ? totalMaxAttempts : policies.maxAttempts();
        return clientEvents.register("needs-retry." + sid, new LegacyDecision(policies, attempts, random),
                "retry-config-" + sid);
    }
}
