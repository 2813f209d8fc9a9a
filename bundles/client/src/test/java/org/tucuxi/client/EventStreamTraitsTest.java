package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.http.HttpVersion;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;

/** When a request asks for HTTP/2, and when it is answered while it is being sent. */
class EventStreamTraitsTest {

    private static EventStreamTraits of(Object h2, boolean in, boolean out) {
        Map<String, Object> metadata = h2 == null ? Map.of() : Map.of("protocolSettings", Map.of("h2", h2));
        ServiceModel service = proxy(ServiceModel.class, Map.of("metadata", metadata));
        return EventStreamTraits.of(proxy(OperationModel.class,
                Map.of("service", service, "hasEventStreamInput", in, "hasEventStreamOutput", out)));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void servicesThatSayEventstreamGetHttp2ForThese() {
        assertThat(of("eventstream", false, true)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_2, false));
        assertThat(of("eventstream", true, true)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_2, true));
        assertThat(of("eventstream", true, false)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_2, false));
        assertThat(of("eventstream", false, false)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_1_1, false));
    }

    @Test
    void servicesThatSayOptionalGetItInBothDirectionsOnly() {
        assertThat(of("optional", false, true)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_1_1, false));
        assertThat(of("optional", true, true)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_2, true));
    }

    @Test
    void servicesThatSayNothingGetWhatTheyAlwaysGot() {
        assertThat(of(null, false, true)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_1_1, false));
        assertThat(of(null, true, true)).isEqualTo(new EventStreamTraits(HttpVersion.HTTP_1_1, true));
    }
}
