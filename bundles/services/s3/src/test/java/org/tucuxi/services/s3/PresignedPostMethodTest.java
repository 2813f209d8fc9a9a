package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.PresignedPost;
import org.tucuxi.event.CreatingClientClass;

class PresignedPostMethodTest {

    private final List<Object> asked = new ArrayList<>();
    private final Client client = (Client) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Client.class},
            (self, method, arguments) -> {
                asked.add(method.getName());
                asked.addAll(Arrays.asList(arguments));
                return new PresignedPost("https://b.s3.amazonaws.com/", Map.of("key", "k"));
            });
    private ClientMethod method;

    @BeforeEach
    void addMethod() {
        Map<String, ClientMethod> attributes = new HashMap<>();
        new PresignedPostMethod().handle(
                new CreatingClientClass("creating-client-class.s3", attributes, new ArrayList<>()));
        method = attributes.get("generate_presigned_post");
    }

    @Test
    void argumentsByNameAreThoseOfBoto3() throws Exception {
        Object result = method.invoke(client, Map.of("Bucket", "b", "Key", "k", "Fields", Map.of("acl", "private"),
                "Conditions", List.of(Map.of("acl", "private")), "ExpiresIn", 60));

        assertThat(asked).containsExactly("presignedPost", "b", "k", Map.of("acl", "private"),
                List.of(Map.of("acl", "private")), Duration.ofMinutes(1));
        assertThat(result).isEqualTo(Map.of("url", "https://b.s3.amazonaws.com/", "fields", Map.of("key", "k")));
    }

    @Test
    void argumentsByPositionMayEndEarly() throws Exception {
        method.invoke(client, "b", "k");

        assertThat(asked).containsExactly("presignedPost", "b", "k", null, null, Duration.ofHours(1));
    }

    @Test
    void wrongArgumentsSayWhatBoto3Has() {
        List<Object[]> wrong = List.of(new Object[] {}, new Object[] {"b"}, new Object[] {Map.of("bucket", "b")},
                new Object[] {"b", "k", "f"}, new Object[] {"b", "k", null, "c"}, new Object[] {"b", "k", null, null, "e"},
                new Object[] {"b", "k", null, null, 1, 2});

        for (Object[] arguments : wrong) {
            assertThatThrownBy(() -> method.invoke(client, arguments)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("generate_presigned_post takes Bucket, Key, Fields, Conditions, ExpiresIn; ");
        }
        assertThat(asked).isEmpty();
    }
}
