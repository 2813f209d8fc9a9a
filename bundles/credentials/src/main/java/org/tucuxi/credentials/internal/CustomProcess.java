package org.tucuxi.credentials.internal;

import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * Credentials that a program prints: {@code credential_process} of the profile.
 *
 * <p>The command line is split as a shell splits it (on Windows as programs there do) and run without one. The program
 * inherits the environment, finds its standard input at the end, and has 60 seconds, or as many as {@code timeout} in
 * the configuration {@value #PID} says; then it is killed with all that it started. With an {@code Expiration} in its
 * answer it is run again before that.
 */
@Component(configurationPid = CustomProcess.PID)
public final class CustomProcess implements CredentialProvider {

    static final String PID = "org.tucuxi.credentials.process";

    private static final String KEY = "credential_process";
    private static final String PREFIX = "Error when retrieving credentials from custom-process: ";
    private static final int LONGEST_VERSION = 20;

    private final Clock clock;
    private final Duration timeout;

    /** The configuration. */
    @interface Settings {

        /**
         * How long the program may take.
         *
         * @return seconds
         */
        int timeout() default 60;
    }

    /**
     * For the component runtime.
     *
     * @param settings the configuration
     */
    @Activate
    public CustomProcess(Settings settings) {
        this(Clock.systemUTC(), Duration.ofSeconds(Math.max(1, settings.timeout())));
    }

    CustomProcess(Clock clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return ReferenceProvider.CUSTOM_PROCESS.text();
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        Map<String, Object> profile = configuration.scopedConfig();
        String where = "profile '" + configuration.profile().orElse("default") + '\'';
        Object line = profile.get(KEY);
        if (line == null) {
            return CredentialAnswer.none(where + " has no " + KEY);
        }
        List<String> command = split(line, where);
        Object account = profile.get("aws_account_id");
        Answer first = run(command, account);
        if (first.expiry() == null) {
            FrozenCredentials keys = first.keys();
            return CredentialAnswer.found(Credentials.of(keys.accessKey(), keys.secretKey(), keys.token(),
                    keys.accountId(), name()));
        }
        return CredentialAnswer.found(RefreshableCredentials.of(name(),
                new TemporaryCredentials(first.keys(), first.expiry()), () -> again(command, account), clock));
    }

    /** What the program printed: keys, and their end or null. */
    record Answer(FrozenCredentials keys, Instant expiry) {
    }

    private static List<String> split(Object line, String where) {
        if (!(line instanceof String text)) {
            throw failure(KEY + " of " + where + " is a block; write the command in one line", null);
        }
        List<String> command;
        try {
            command = File.separatorChar == '\\' ? CommandWords.windows(text) : CommandWords.posix(text);
        } catch (IllegalArgumentException e) {
            throw failure(KEY + " of " + where + " cannot be split into words: " + e.getMessage(), null);
        }
        if (command.isEmpty() || command.get(0).isEmpty()) {
            throw failure(KEY + " of " + where + " names no program", null);
        }
        return command;
    }

    private TemporaryCredentials again(List<String> command, Object account) {
        Answer answer = run(command, account);
        if (answer.expiry() == null) {
            throw failure("this time its output has no Expiration", null);
        }
        return new TemporaryCredentials(answer.keys(), answer.expiry());
    }

    private Answer run(List<String> command, Object account) {
        BoundedProcess.Outcome outcome;
        try {
            outcome = BoundedProcess.run(command, timeout);
        } catch (IOException e) {
            throw failure(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while the program ran; it was killed", e);
        }
        if (outcome.exit() != 0) {
            String error = SecretFreeText.of(outcome.error());
            throw failure((error.isEmpty() ? "nothing on its standard error" : error)
                    + " (exit status " + outcome.exit() + ')', null);
        }
        return answer(outcome.output(), account);
    }

    static Answer answer(byte[] output, Object profileAccount) {
        Map<String, Object> answer;
        try {
            answer = Json.read(output);
        } catch (IOException e) {
            throw failure("its output cannot be read: " + e.getMessage(), null);
        }
        checkVersion(answer.get("Version"));
        Object account = answer.get("AccountId") == null || "".equals(answer.get("AccountId")) ? profileAccount
                : answer.get("AccountId");
        FrozenCredentials keys = new FrozenCredentials(required(answer, "AccessKeyId"),
                required(answer, "SecretAccessKey"), text(answer, "SessionToken"),
                account == null ? null : account.toString());
        String expiration = text(answer, "Expiration");
        try {
            return new Answer(keys, expiration == null ? null : Expiry.parse(expiration));
        } catch (DateTimeException e) {
            throw failure("Expiration in its output is not a time such as 2026-01-31T12:00:00Z", null);
        }
    }

    /** A value is repeated as long as it is too short for a secret. */
    private static void checkVersion(Object version) {
        if (version instanceof Number number && number.doubleValue() == 1) {
            return;
        }
        String found = version == null ? "no Version"
                : "Version " + (version instanceof String text ? '\'' + text + '\'' : version);
        throw failure("its output has " + (found.length() > LONGEST_VERSION ? "another Version" : found)
                + ", supported versions: 1", null);
    }

    private static String required(Map<String, Object> answer, String key) {
        String value = text(answer, key);
        if (value == null) {
            throw failure("its output has no " + key, null);
        }
        return value;
    }

    private static String text(Map<String, Object> answer, String key) {
        Object value = answer.get(key);
        if (value == null || "".equals(value)) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw failure(key + " in its output is not a text", null);
    }

    private static CredentialRetrievalException failure(String what, Throwable cause) {
        return new CredentialRetrievalException(PREFIX + what, cause);
    }
}
