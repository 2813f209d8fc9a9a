package org.tucuxi.retries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.retry.RetryMode;

/** The mode {@code standard}: the same rules as the other AWS SDKs have. */
@Component(property = RetryMode.RETRY_MODE + "=standard")
public final class StandardMode implements RetryMode {

    private final boolean revised;
    private final DoubleSupplier random;
    private final StandardDecision.Sleeper sleeper;

    /** Reads the switch {@code AWS_NEW_RETRIES_2026} from the environment. */
    @Activate
    public StandardMode() {
        this(System::getenv, Pause::random, pause -> Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000));
    }

    StandardMode(UnaryOperator<String> environment, DoubleSupplier random, StandardDecision.Sleeper sleeper) {
        this.revised = "true".equalsIgnoreCase(environment.apply(StandardRules.SWITCH));
        this.random = random;
        this.sleeper = sleeper;
    }

    @Override
    public Registration register(Emitter clientEvents, ServiceModel service, int totalMaxAttempts) {
        String sid = service.hyphenizedServiceId();
        StandardRules rules = new StandardRules(sid, revised, random);
        int attempts = totalMaxAttempts > 0 ? totalMaxAttempts : rules.defaultAttempts();
        RetryQuota quota = new RetryQuota();
        List<Registration> registrations = new ArrayList<>(3);
        if (revised) {
            registrations.add(clientEvents.register("request-created." + sid, announcing(attempts),
                    "seed-max-attempts-" + sid));
        }
        registrations.add(clientEvents.register("after-call." + sid, releasing(quota)));
        registrations.add(clientEvents.register("needs-retry." + sid,
                new StandardDecision(rules, attempts, quota, sleeper), "retry-config-" + sid));
        return new Registrations(List.copyOf(registrations));
    }

    /** A call that ends well gives back what its last retry took, or a little when it had none. */
    private static EventHandler<AfterCall, Void> releasing(RetryQuota quota) {
        return event -> {
            int status = event.httpResponse() == null ? 0 : event.httpResponse().status();
            if (status >= 200 && status < 300) {
                quota.release(event.context().get(StandardDecision.TAKEN) instanceof Integer taken ? taken : 1);
            }
            return null;
        };
    }

    @SuppressWarnings("unchecked")
    private static EventHandler<RequestCreated, Void> announcing(int attempts) {
        return event -> {
            Map<String, Object> context = event.request().context();
            Object retries = context.computeIfAbsent("retries", key -> new LinkedHashMap<>());
            ((Map<String, Object>) retries).put("max", Attempt.limit(context, attempts));
            return null;
        };
    }
}
