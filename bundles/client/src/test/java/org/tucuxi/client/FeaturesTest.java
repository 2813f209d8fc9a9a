package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.credentials.Credentials;

class FeaturesTest {

    private static Set<String> now() {
        Set<String> features = new TreeSet<>();
        Features.addTo(features);
        return features;
    }

    @Test
    void holdWhileTheWorkRuns() {
        Set<String> inside = Features.during(Features.PAGINATOR, FeaturesTest::now);

        assertThat(inside).containsExactly("C");
        assertThat(now()).isEmpty();
    }

    @Test
    void addUpWhereWorkIsNested() {
        Set<String> inner = Features.during(Features.WAITER, () -> {
            Set<String> both = Features.during(Features.PAGINATOR, FeaturesTest::now);
            assertThat(now()).containsExactly("B");
            return both;
        });

        assertThat(inner).containsExactly("B", "C");
    }

    @Test
    void endWithWorkThatFails() {
        assertThatThrownBy(() -> Features.during(Features.WAITER, () -> {
            throw new IllegalStateException("work");
        })).hasMessage("work");

        assertThat(now()).isEmpty();
    }

    /** The reference's ids. */
    @ParameterizedTest
    @CsvSource({"explicit, e", "env, g", "assume-role, i", "assume-role-with-web-identity, k",
        "shared-credentials-file, n", "config-file, n", "sso, 'r,s'", "custom-process, 'v,w'", "boto-config, x",
        "container-role, z", "iam-role, 0", "login, 'AC,AD'", "own-provider, ''"})
    void tellWhereCredentialsAreFrom(String method, String ids) {
        Credentials credentials = Credentials.of("a", "b", null, null, method);

        assertThat(String.join(",", new TreeSet<>(credentials.features()))).isEqualTo(ids);
    }

    @Test
    void tellMoreOfCredentialsThatKnowMore() {
        Credentials credentials = Credentials.of("a", "b").withFeatures(Set.of("o", "i"));

        assertThat(credentials.features()).containsExactlyInAnyOrder("o", "i");
        assertThat(credentials.freeze().accessKey()).isEqualTo("a");
        assertThat(credentials.method()).isEqualTo("explicit");
    }
}
