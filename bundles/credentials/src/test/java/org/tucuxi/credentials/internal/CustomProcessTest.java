package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.internal.Threads.Running;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MovingClock;

/** Runs real programs. */
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class CustomProcessTest {

    private static final String PREFIX = "Error when retrieving credentials from custom-process: ";
    private static final String KEYS = "\"AccessKeyId\": \"AKIDEXAMPLE\", \"SecretAccessKey\": \"hunter2\"";
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final MovingClock clock = new MovingClock();
    private final FixedConfiguration configuration = new FixedConfiguration();
    private CustomProcess provider = new CustomProcess(clock, NEVER);

    @TempDir
    private Path folder;

    @Test
    void readsTheKeysThatTheProgramPrints() throws IOException {
        printing("{\"Version\": 1, " + KEYS + ", \"SessionToken\": \"t\", \"AccountId\": \"123456789012\"}");

        assertThat(load().freeze())
                .isEqualTo(new FrozenCredentials("AKIDEXAMPLE", "hunter2", "t", "123456789012"));
        assertThat(load().method()).isEqualTo("custom-process");
        assertThat(load().expiry()).isEmpty();
        assertThat(provider.canonicalName()).isNull();
    }

    @Test
    void withoutACommandThereIsNothing() {
        configuration.profile = "dev";

        assertThat(provider.load(configuration))
                .isEqualTo(CredentialAnswer.none("profile 'dev' has no credential_process"));
    }

    @Test
    void theAccountOfTheProfileCountsWhenTheProgramNamesNone() throws IOException {
        configuration.scoped.put("aws_account_id", "210987654321");

        printing("{\"Version\": 1, " + KEYS + ", \"AccountId\": \"\"}");
        assertThat(load().freeze().accountId()).isEqualTo("210987654321");

        printing("{\"Version\": 1, " + KEYS + ", \"AccountId\": \"123456789012\"}");
        assertThat(load().freeze().accountId()).isEqualTo("123456789012");
    }

    @Test
    void withAnExpirationItIsRunAgainBeforeThat() throws IOException {
        printing("{\"Version\": 1, " + KEYS + ", \"Expiration\": \"2026-01-31T13:00:00Z\"}");
        Credentials credentials = load();
        assertThat(credentials.expiry()).contains(Instant.parse("2026-01-31T13:00:00Z"));

        printing("{\"Version\": 1, \"AccessKeyId\": \"new\", \"SecretAccessKey\": \"s\","
                + " \"Expiration\": \"2026-01-31T14:00:00Z\"}");
        assertThat(credentials.freeze().accessKey()).isEqualTo("AKIDEXAMPLE");
        clock.move(Duration.ofMinutes(46));

        assertThat(credentials.freeze()).isEqualTo(new FrozenCredentials("new", "s", null, null));
        assertThat(credentials.expiry()).contains(Instant.parse("2026-01-31T14:00:00Z"));
    }

    @Test
    void anAnswerThatHadAnExpirationMustHaveOneAgain() throws IOException {
        printing("{\"Version\": 1, " + KEYS + ", \"Expiration\": \"2026-01-31T12:05:00Z\"}");
        Credentials credentials = load();
        printing("{\"Version\": 1, " + KEYS + "}");

        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessage(PREFIX + "this time its output has no Expiration");
    }

    @Test
    void theProgramFindsItsStandardInputAtTheEnd() throws IOException {
        command(script("cat\necho '{\"Version\": 1, " + KEYS + "}'"));

        assertThat(load().freeze().accessKey()).isEqualTo("AKIDEXAMPLE");
    }

    @Test
    void anErrorOfTheProgramIsGivenWithWhatItSaid() throws IOException {
        command(script("echo '{\"Version\": 1, " + KEYS + "}'; echo 'no session' >&2; echo ' today' >&2; exit 3"));

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessage(PREFIX + "no session today (exit status 3)");
    }

    @Test
    void anErrorOfTheProgramIsGivenWithoutSecretsAndInOneLine() throws IOException {
        command(script("printf '\\033[31mbad answer {\"SecretAccessKey\": \"hunter2\", \"n\": 1}\\r\\n"
                + "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY of /opt/programs/of/the/house/credentials/v2/run'"
                + " >&2; exit 1"));

        assertThatThrownBy(this::load).hasMessage(PREFIX + "?[31mbad answer {\"SecretAccessKey\": \"***\", \"n\": 1}"
                + " *** of /opt/programs/of/the/house/credentials/v2/run (exit status 1)");
    }

    @Test
    void ofALongErrorTheEndIsGiven() throws IOException {
        command(script("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo ' the reason' >&2; exit 1"));

        assertThatThrownBy(this::load).hasMessageEndingWith("x the reason (exit status 1)")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(BoundedProcess.ERROR_LIMIT + 200));
    }

    @Test
    void anErrorWithoutAWordIsOneToo() throws IOException {
        command(script("exit 1"));

        assertThatThrownBy(this::load).hasMessage(PREFIX + "nothing on its standard error (exit status 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "{\"Version\": 1, hunter2}", "[1]", "{} hunter2", "{\"Version\": 1"})
    void whatIsNoJsonObjectIsAnErrorThatDoesNotRepeatIt(String output) throws IOException {
        printing(output);

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageStartingWith(PREFIX + "its output cannot be read: it is no")
                .hasMessageNotContaining("hunter2").hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"{\"Version\": 2}|Version 2", "{}|no Version",
        "{\"Version\": \"1\"}|Version '1'", "{\"Version\": null}|no Version",
        "{\"Version\": true}|Version true", "{\"Version\": [1]}|Version [1]",
        "{\"Version\": \"hunter2 is much too long\"}|another Version"})
    void anotherVersionIsAnError(String output, String found) throws IOException {
        printing(output.replace("}", output.length() > 2 ? ", " + KEYS + "}" : KEYS + "}"));

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessage(PREFIX + "its output has " + found + ", supported versions: 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"SecretAccessKey\": \"hunter2\"|has no AccessKeyId",
        "\"AccessKeyId\": \"\", \"SecretAccessKey\": \"hunter2\"|has no AccessKeyId",
        "\"AccessKeyId\": \"hunter2\"|has no SecretAccessKey",
        "\"AccessKeyId\": \"hunter2\", \"SecretAccessKey\": null|has no SecretAccessKey"})
    void aKeyThatIsNotThereIsAnError(String keys, String problem) throws IOException {
        printing("{\"Version\": 1, " + keys + "}");

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessage(PREFIX + "its output " + problem);
    }

    @Test
    void aValueOfAnotherTypeOrATimeThatIsNoneIsAnErrorThatDoesNotRepeatIt() throws IOException {
        printing("{\"Version\": 1, " + KEYS + ", \"SessionToken\": [\"hunter2\"]}");
        assertThatThrownBy(this::load).hasMessage(PREFIX + "SessionToken in its output is not a text");

        printing("{\"Version\": 1, " + KEYS + ", \"Expiration\": \"hunter2\"}");
        assertThatThrownBy(this::load).hasMessageContaining("Expiration").hasMessageNotContaining("hunter2");
    }

    @Test
    void aProgramThatSaysTooMuchIsKilled() throws Exception {
        Path pid = folder.resolve("pid");
        command(script("echo $$ > '" + pid + "'; exec cat /dev/zero"));

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessage(PREFIX + "it wrote more than 1048576 bytes to its standard output");
        assertThatItEnds(pid);
    }

    @Test
    void aProgramThatHangsIsKilled() throws Exception {
        command(script("exec sleep 1000"));
        provider = new CustomProcess(clock, Duration.ofMillis(200));

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessage(PREFIX + "it did not end within 200 ms and was killed");

        until(() -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void whenTheThreadIsInterruptedTheProgramIsKilledWithAllThatItStarted() throws Exception {
        Path own = folder.resolve("own");
        Path child = folder.resolve("child");
        Path grandchild = folder.resolve("grandchild");
        Path inner = script("sleep 1000 & echo $! > '" + grandchild + "'; wait");
        command(script("echo $$ > '" + own + "'; sh '" + inner + "' & echo $! > '" + child + "'; wait"));
        Running<Boolean> caller = Threads.start(() -> {
            assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                    .hasMessageContaining("interrupted");
            return Thread.currentThread().isInterrupted();
        });
        until(() -> isWritten(own) && isWritten(child) && isWritten(grandchild));

        caller.thread().interrupt();

        assertThat(caller.get()).isTrue();
        assertThatItEnds(own);
        assertThatItEnds(child);
        assertThatItEnds(grandchild);
    }

    @Test
    void aServantThatLivesOnWithTheProgramsOutputIsNotWaitedFor() throws Exception {
        Path pid = folder.resolve("pid");
        command(script("sleep 1000 & echo $! > '" + pid + "'; echo '{\"Version\": 1, " + KEYS + "}'"));

        assertThat(load().freeze().accessKey()).isEqualTo("AKIDEXAMPLE");

        ProcessHandle servant = handle(pid);
        assertThat(servant.isAlive()).isTrue();
        assertThat(servant.destroyForcibly()).isTrue();
    }

    @Test
    void aProgramThatIsNotThereIsNamedWithoutItsArguments() {
        configuration.scoped.put("credential_process", "'" + folder + "/no such program' --password hunter2");

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageStartingWith(PREFIX + "the program '" + folder + "/no such program' cannot be started")
                .hasMessageContaining("error=2")
                .satisfies(e -> assertThat(e.getCause().toString()).doesNotContain("hunter2"));
    }

    @Test
    void wordsAreSplitAsAShellDoesAndGivenToNone() throws IOException {
        Path said = folder.resolve("said");
        Path program = script("for word in \"$@\"; do echo \"<$word>\" >> '" + said + "'; done\n"
                + "echo '{\"Version\": 1, " + KEYS + "}'");
        configuration.scoped.put("credential_process", '"' + program.toString() + '"'
                + " 'one word' \"a \\\"b\\\"\" c\\ d $HOME * ; rm | x > y `id` ''");

        load();

        assertThat(Files.readAllLines(said)).containsExactly("<one word>", "<a \"b\">", "<c d>", "<$HOME>", "<*>",
                "<;>", "<rm>", "<|>", "<x>", "<>>", "<y>", "<`id`>", "<>");
    }

    @Test
    void aCommandThatIsNoneIsAnErrorThatDoesNotRepeatIt() {
        configuration.profile = "dev";
        for (Object bad : new Object[] {"", " ", "''", "run 'hunter2", "run hunter2\\", Map.of("hunter2", "hunter2")}) {
            configuration.scoped.put("credential_process", bad);

            assertThatThrownBy(this::load).as(bad.toString()).isInstanceOf(CredentialRetrievalException.class)
                    .hasMessageStartingWith(PREFIX + "credential_process of profile 'dev' ")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void theTimeoutIsAMinuteUnlessTheConfigurationSaysOtherwise() throws Exception {
        assertThat(CustomProcess.Settings.class.getDeclaredMethod("timeout").getDefaultValue()).isEqualTo(60);
    }

    private Credentials load() {
        return provider.load(configuration).credentials();
    }

    private void printing(String output) throws IOException {
        Path file = Files.writeString(folder.resolve("output"), output);
        command(script("cat '" + file + "'"));
    }

    private void command(Path script) {
        configuration.scoped.put("credential_process", "'" + script + "'");
    }

    private Path script(String body) throws IOException {
        Path script = Files.createTempFile(folder, "a program ", ".sh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    }

    private static void assertThatItEnds(Path pid) throws IOException {
        long number = Long.parseLong(Files.readString(pid).strip());
        until(() -> ProcessHandle.of(number).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static boolean isWritten(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).endsWith("\n");
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessHandle handle(Path pid) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.yield();
        }
    }
}
