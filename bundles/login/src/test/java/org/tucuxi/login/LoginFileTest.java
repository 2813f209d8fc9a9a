package org.tucuxi.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MemoryCaches;

/** The names are those that botocore's get_login_token_cache_directory and generate_login_cache_key make. */
class LoginFileTest {

    private static final String SESSION = "arn:aws:sts::123456789012:assumed-role/Admin/me";
    private static final String FILE = "c03a7323bda916bba892295dd46ea73c98866a0ad0a2606cb839909f35fbc865.json";

    private final FixedConfiguration configuration = new FixedConfiguration();
    private final MemoryCaches caches = new MemoryCaches();

    private Path written() {
        LoginFile.of(SESSION, configuration, caches).write(LoginToken.of(Files.complete()));
        return caches.files.keySet().iterator().next();
    }

    @Test
    void aFileIsNamedAfterTheHashOfTheSessionInTheFolderOfTheCli() {
        configuration.environment.put("HOME", "/home/me");

        assertThat(written()).isEqualTo(Path.of("/home/me/.aws/login/cache", FILE));
    }

    @Test
    void withoutAHomeInTheEnvironmentItIsTheUsers() {
        assertThat(written()).startsWithRaw(Path.of(System.getProperty("user.home")));
    }

    @ParameterizedTest
    @CsvSource({"/var/login,/var/login", "~/login,/home/me/login", "~,/home/me", "$BASE/login,/srv/login",
        "${BASE}/login,/srv/login", "/a/$NONE/b,/a/$NONE/b", "/a/${BASE,/a/${BASE", "/a$,/a$", "~x/y,~x/y"})
    void anotherFolderIsExpanded(String given, String expected) {
        configuration.environment.put("HOME", "/home/me");
        configuration.environment.put("BASE", "/srv");
        configuration.environment.put("AWS_LOGIN_CACHE_DIRECTORY", given);

        assertThat(written()).isEqualTo(Path.of(expected, FILE));
    }
}
