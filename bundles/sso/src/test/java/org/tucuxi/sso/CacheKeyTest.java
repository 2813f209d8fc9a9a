package org.tucuxi.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The keys are those that botocore 1.43.67 makes. */
class CacheKeyTest {

    private static SsoProfile profile(String session) {
        return new SsoProfile("Admin", "123456789012", "https://corp.awsapps.com/start", "eu-west-1", session);
    }

    @Test
    void credentialsOfASession() {
        assertThat(profile("corp").cacheKey()).isEqualTo("8457bc68cf9d4aa8d629a61563948e8bd3159d49");
    }

    @Test
    void credentialsOfAStartUrl() {
        assertThat(profile(null).cacheKey()).isEqualTo("e03d8025af26e6a3f6c8402f15b918fb974ccc47");
    }

    @Test
    void namesAreEscapedAsPythonEscapesThem() {
        assertThat(profile("sé\"\\s\t\u007f\ud83d\ude00").cacheKey())
                .isEqualTo("8fe647a78b5341a0e9c71c786abb157821cbf674");
    }

    @Test
    void tokens() {
        assertThat(CacheKey.of("https://corp.awsapps.com/start")).isEqualTo("a51746d4aa793ae07b25e90c3a5db96fc7832bd7");
        assertThat(CacheKey.of("corp")).isEqualTo("ee0bfd2552fbd840c02cc48b6e823320543c450f");
        assertThat(CacheKey.of("café")).isEqualTo("f424452a9673918c6f09b0cdd35b20be8e6ae7d7");
    }
}
