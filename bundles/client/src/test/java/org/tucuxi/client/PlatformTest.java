package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.retry.RetryMode;

class PlatformTest {

    private final Platform platform = new Platform();
    private final Protocol one = (operation, settings) -> null;
    private final Protocol other = (operation, settings) -> null;
    private int rankingOfOne = 1;

    private final ServiceReference<Protocol> ofOne = reference(() -> rankingOfOne, Protocol.PROTOCOL, "json", "query");
    private final ServiceReference<Protocol> ofOther = reference(() -> 2, Protocol.PROTOCOL, "json");

    @Test
    void ofSeveralThatOfferAProtocolTheHighestRankingIsUsed() {
        platform.bindProtocol(ofOther, other);
        platform.bindProtocol(ofOne, one);

        assertThat(platform.parts().protocols).isEqualTo(Map.of("json", other, "query", one));

        platform.unbindProtocol(ofOther);
        assertThat(platform.parts().protocols).isEqualTo(Map.of("json", one, "query", one));
    }

    @Test
    void aRankingMayChangeWhileTheServiceIsThere() {
        platform.bindProtocol(ofOne, one);
        platform.bindProtocol(ofOther, other);

        rankingOfOne = 3;
        platform.updatedProtocol(ofOne, one);
        assertThat(platform.parts().protocols).containsEntry("json", one);

        platform.unbindProtocol(ofOne);
        assertThat(platform.parts().protocols).isEqualTo(Map.of("json", other));
    }

    @Test
    void retryModesComeAndGoAndEachChangeMakesNewParts() {
        RetryMode mode = (events, service, attempts) -> () -> { };
        ServiceReference<RetryMode> reference = reference(() -> 0, RetryMode.RETRY_MODE, "eager");
        Parts before = platform.parts();

        platform.bindRetryMode(reference, mode);
        assertThat(platform.parts()).isNotSameAs(before);
        assertThat(platform.parts().retryModes).containsOnlyKeys("eager");

        platform.unbindRetryMode(reference);
        assertThat(platform.parts().retryModes).isEmpty();
        assertThat(platform.missing()).anyMatch(line -> line.contains("org.tucuxi.retries"));
    }

    /** The ranking of a service, as it is at the moment. */
    private interface Ranking {
        int now();
    }

    @SuppressWarnings("unchecked")
    private static <S> ServiceReference<S> reference(Ranking ranking, String property, String... names) {
        return (ServiceReference<S>) Proxy.newProxyInstance(PlatformTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class, Ranking.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "now" -> ranking.now();
                    case "compareTo" -> Integer.compare(ranking.now(), ((Ranking) arguments[0]).now());
                    case "getProperty" -> arguments[0].equals(property) ? names : null;
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> throw new AssertionError("unexpected: " + method);
                });
    }
}
