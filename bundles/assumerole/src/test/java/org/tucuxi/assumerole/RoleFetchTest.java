package org.tucuxi.assumerole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.credentials.Credentials;

/** What is kept for the AWS CLI, and when it is used. */
class RoleFetchTest {

    private static final String READER = "arn:aws:iam::123456789012:role/reader";
    /** The name that botocore makes of the role alone. */
    private static final String KEY = "b0b1ce16bb62e7ab13aa0f2f057f59d4d18ae346";

    private final World world = new World();
    private final ProfilesOfTest profiles = new ProfilesOfTest().with("keys", "aws_access_key_id", "AKIDKEYS");

    @BeforeEach
    void role() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys");
    }

    private Credentials load() {
        return world.assumeRole().load(profiles).credentials();
    }

    private void keep(String expiration) {
        Map<String, Object> keys = new HashMap<>(Map.of("AccessKeyId", "ASIAKEPT", "SecretAccessKey", "s",
                "SessionToken", "t", "AccountId", "1"));
        keys.put("Expiration", expiration);
        world.in(java.nio.file.Path.of("/home/ada/.aws/cli/cache")).write(KEY, Map.of("Credentials", keys));
    }

    @Test
    void whatStsAnswersIsKeptAsTheAwsCliKeepsIt() {
        load().freeze();

        assertThat(world.cli()).isEqualTo(Map.of(KEY, Map.of("Credentials", Map.of("AccessKeyId", "ASIAreader",
                "SecretAccessKey", "secret-reader", "SessionToken", "token-reader",
                "Expiration", "2030-01-01T12:00:00Z", "AccountId", "210987654321"))));
    }

    @Test
    void anotherSessionUsesWhatIsKept() {
        load().freeze();

        assertThat(load().freeze().accountId()).isEqualTo("210987654321");
        assertThat(world.sts.calls).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2030-01-01T11:15:00Z, true", "2030-01-01T11:14:59Z, false", "2030-01-01T12:15:00+01:00, true",
        "2030-01-01T11:15:00UTC, true", "2030-01-01T11:14:59UTC, false", "2030-01-01T10:00:00Z, false",
        "2030-01-01 11:15, false", "soon, false"})
    void whatIsKeptIsUsedIfFifteenMinutesAreLeft(String expiration, boolean isUsed) {
        keep(expiration);

        assertThat(load().freeze().accessKey()).isEqualTo(isUsed ? "ASIAKEPT" : "ASIAreader");
    }

    @Test
    void aClockThatIsAnHourFastTakesNothingForFresh() {
        keep("2030-01-01T12:10:00Z");
        world.clock = Clock.offset(world.clock, Duration.ofHours(1));

        assertThat(load().freeze().accessKey()).isEqualTo("ASIAreader");
    }

    @Test
    void aDamagedEntryIsReplaced() {
        world.in(java.nio.file.Path.of("/home/ada/.aws/cli/cache")).write(KEY, Map.of("Credentials", "none"));

        assertThat(load().freeze().accessKey()).isEqualTo("ASIAreader");
        assertThat(world.cli().get(KEY).get("Credentials")).isInstanceOf(Map.class);
    }

    @Test
    void aDiskThatCannotBeWrittenIsNoError() {
        world.diskFailure = new UncheckedIOException(new IOException("read-only"));

        assertThat(load().freeze().accessKey()).isEqualTo("ASIAreader");
    }

    @Test
    void withoutAHomeInTheEnvironmentItIsThePlatforms() {
        profiles.environment.clear();

        load().freeze();

        assertThat(world.files).containsOnlyKeys(
                java.nio.file.Path.of(System.getProperty("user.home"), ".aws", "cli", "cache"));
    }

    @Test
    void anAnswerWithoutArnHasNoAccount() {
        world.sts.answer = parameters -> Map.of("Credentials", FakeSts.answer(parameters).get("Credentials"),
                "AssumedRoleUser", Map.of("Arn", "nonsense"));

        assertThat(load().freeze().accountId()).isNull();
    }
}
