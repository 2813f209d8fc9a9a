package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** Compares with botocore by fixtures that src/test/python/reference_fixtures.py writes. */
class ReferenceTest {

    @TempDir
    private Path folder;

    @Test
    void splitsCommandsAsTheReferenceDoes() throws IOException {
        for (List<String> row : rows("words.tsv").toList()) {
            String text = (String) json("{\"v\":" + row.get(0) + "}").get("v");

            assertThat(split(CommandWords::posix, text)).as(text).isEqualTo(words(row.get(1)));
            assertThat(split(CommandWords::windows, text)).as("Windows: " + text).isEqualTo(words(row.get(2)));
        }
    }

    private static Object words(String cell) throws IOException {
        return cell.equals("!") ? "!" : json("{\"v\":" + cell + "}").get("v");
    }

    private static Object split(Function<String, List<String>> splitter, String text) {
        try {
            return splitter.apply(text);
        } catch (IllegalArgumentException e) {
            return "!";
        }
    }

    static Stream<List<String>> providers() throws IOException {
        return rows("providers.tsv");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void findsWhatTheReferenceFinds(List<String> row) throws IOException {
        Map<String, Object> found = json(row.get(1));

        Object ours = row.get(0).equals("process") ? ofProcess(found) : of(row.get(0), found);

        assertThat(ours).isEqualTo(theirs(row.get(2)));
    }

    /** An access key whose secret is missing in EC2's file is an error of Python there, and a proper one here. */
    private static Object theirs(String cell) throws IOException {
        return switch (cell) {
            case "-" -> "-";
            case "!PartialCredentialsError", "!KeyError" -> PartialCredentialsException.class;
            case "!CredentialRetrievalError" -> CredentialRetrievalException.class;
            default -> json("{\"v\":" + cell + "}").get("v");
        };
    }

    private Object of(String name, Map<String, Object> found) throws IOException {
        FixedConfiguration configuration = new FixedConfiguration();
        CredentialProvider provider = switch (name) {
            case "env" -> {
                found.forEach((key, value) -> configuration.environment.put(key, (String) value));
                yield new EnvironmentCredentials();
            }
            case "shared" -> {
                configuration.credentialsFile.put("default", found);
                yield new SharedCredentialsFile();
            }
            case "config" -> {
                configuration.configFile.put("default", found);
                yield new ConfigFile();
            }
            case "boto" -> {
                configuration.environment.put("BOTO_CONFIG", "file");
                yield new BotoConfig(new OneFile(found));
            }
            default -> {
                StringBuilder text = new StringBuilder();
                found.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
                Path file = Files.writeString(folder.resolve("file"), text);
                configuration.environment.put("AWS_CREDENTIAL_FILE", file.toString());
                yield new Ec2CredentialsFile();
            }
        };
        try {
            CredentialAnswer answer = provider.load(configuration);
            return answer.credentials() == null ? "-" : list(answer.credentials().freeze());
        } catch (PartialCredentialsException e) {
            return e.getClass();
        }
    }

    private static Object ofProcess(Map<String, Object> found) {
        Map<String, Object> printed = new LinkedHashMap<>(found);
        printed.computeIfPresent("Version", (key, value) -> value.equals("one") ? 1 : value);
        try {
            return list(CustomProcess.answer(Json.write(printed), null).keys());
        } catch (CredentialRetrievalException e) {
            return e.getClass();
        }
    }

    private static List<String> list(FrozenCredentials keys) {
        return Arrays.asList(keys.accessKey(), keys.secretKey(), keys.token(), keys.accountId());
    }

    private static Map<String, Object> json(String text) throws IOException {
        return Json.read(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Stream<List<String>> rows(String fixture) throws IOException {
        try (InputStream in = ReferenceTest.class.getResourceAsStream(fixture)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .map(line -> List.of(line.split("\t", -1)));
        }
    }

    /** Reads every file as one with these keys in boto's section. */
    private record OneFile(Map<String, Object> keys) implements ConfigurationFactory {

        @Override
        public Configuration read(Map<String, ?> overrides) {
            return read(overrides, Map.of());
        }

        @Override
        public Configuration read(Map<String, ?> overrides, Map<String, String> environment) {
            FixedConfiguration result = new FixedConfiguration();
            result.credentialsFile.put("Credentials", keys);
            return result;
        }
    }
}
