package org.tucuxi.itests.interop.precedence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Session;
import org.tucuxi.launcher.Tucuxi;

/** Of several sources of one setting, the same wins as in the reference. */
class PrecedenceIT {

    /** The first case's seed; the others follow it. */
    private static final long SEED = Long.getLong("precedence.seed", 1);
    private static final int CASES = Integer.getInteger("precedence.cases", 600);

    /**
     * Errors that have other names: the reference has some of Python's own. Where there are two mistakes, another one may be
     * told first: a profile or a region that is missing.
     */
    private static final Map<String, Set<String>> ERRORS = Map.of(
            "InvalidRetryModeError", Set.of("InvalidConfigException", "NoRegionException"),
            "InvalidRegionError", Set.of("InvalidRegionException", "ProfileNotFoundException"),
            "InvalidMaxRetryAttemptsError",
            Set.of("InvalidConfigException", "IllegalArgumentException", "NoRegionException"),
            "InvalidRetryConfigurationError", Set.of("InvalidConfigException"),
            "InvalidDefaultsMode", Set.of("InvalidConfigException"),
            "InvalidS3UsEast1RegionalEndpointConfigError", Set.of("InvalidConfigException"),
            "InvalidSTSRegionalEndpointsConfigError", Set.of("InvalidConfigException"),
            "ProfileNotFound", Set.of("ProfileNotFoundException"),
            "ValueError", Set.of("InvalidConfigException"));

    @TempDir
    static Path homes;

    private static Tucuxi tucuxi;
    private static Reference reference;
    private static Ours ours;
    private final List<String> differences = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Tucuxi.Builder builder = Tucuxi.builder();
        try (Stream<Path> services = Files.list(Path.of(System.getProperty("services.folder")))) {
            services.sorted().forEach(builder::bundle);
        }
        tucuxi = builder.start();
        reference = new Reference();
        ours = new Ours(tucuxi);
    }

    @AfterAll
    static void stop() throws Exception {
        reference.close();
        tucuxi.close();
    }

    @Test
    void everySourceOfCredentialsHasItsProvider() {
        Set<String> expected = new TreeSet<>();
        for (Source source : Source.values()) {
            expected.add(source.provider());
        }
        expected.remove("explicit");

        try (Session session = tucuxi.sessionFactory().builder().build()) {
            assertThat(session.credentialResolver().names()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Without a profile, with one of the environment, and with one of the program. */
    @Test
    void ofEveryPairOfSourcesOfCredentialsTheReferencesWins() throws Exception {
        int pairs = 0;
        Map<String, Integer> winners = new TreeMap<>();
        for (Source first : Source.values()) {
            for (Source second : EnumSet.range(first, Source.INSTANCE)) {
                for (int profile = 0; profile < 3; profile++) {
                    Case one = new Case(home("pair-" + pairs++));
                    String name = profile == 0 ? "default" : Case.PROFILE;
                    one.configProfile(name);
                    if (profile == 1) {
                        one.environment.put("AWS_PROFILE", name);
                    } else if (profile == 2) {
                        one.explicitProfile = name;
                    }
                    first.into(one, name);
                    second.into(one, name);
                    JsonNode answer = compare(first + " and " + second, one, false);
                    winners.merge(answer.path("credentials").path("method").asText(), 1, Integer::sum);
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(winners.keySet()).as("each wins at least against itself").hasSizeGreaterThanOrEqualTo(13);
    }

    @Test
    void ofGeneratedCombinationsTheReferencesWins() throws Exception {
        Generator generator = new Generator(List.of(Source.values()));
        int errors = 0;
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            Case one = generator.make(seed, home("case-" + seed));
            JsonNode answer = compare("seed " + seed, one, true);
            errors += answer.path("s3").has("error") ? 1 : 0;
        }

        assertThat(differences).isEmpty();
        assertThat(errors).as("most combinations are without mistakes").isBetween(1, CASES / 2);
    }

    @Test
    void everyVariableHasTheReferencesValue() throws Exception {
        Generator generator = new Generator(List.of());
        List<String> asked = new ArrayList<>(List.of("s3", "proxies_config"));
        reference.variables().fieldNames().forEachRemaining(asked::add);
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            Case one = generator.variables(seed, home("variables-" + seed), reference.variables());
            one.write();
            JsonNode mine = ours.values(one, asked);
            JsonNode theirs = reference.values(one, asked);
            boolean isProfileMissing = mine.path("error").asText().equals("ProfileNotFoundException");
            for (String name : asked) {
                boolean isSame = isProfileMissing || same(theirs.path(name), mine.path(name));
                if (name.endsWith("_file") || isSame) {
                    continue;
                }
                differences.add("seed " + seed + ": " + name + " is " + mine.path(name) + ", in the reference "
                        + theirs.path(name) + "\n" + one);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(asked).hasSizeGreaterThan(35);
    }

    private static Path home(String name) throws IOException {
        return Files.createDirectory(homes.resolve(name));
    }

    private JsonNode compare(String what, Case one, boolean withClients) throws IOException {
        one.write();
        JsonNode theirs = reference.ask(one, withClients);
        JsonNode mine = ours.ask(one, withClients);
        // Without its profile no session of ours is made; the reference finds out when it needs the profile.
        boolean isProfileMissing = mine.path("region").path("error").asText().equals("ProfileNotFoundException");
        theirs.properties().forEach(field -> {
            boolean isClient = field.getKey().startsWith("s");
            JsonNode answer = mine.path(field.getKey());
            if (!same(field.getValue(), answer) && (isClient || !isProfileMissing)) {
                differences.add(what + ": " + field.getKey() + " is " + answer + ", in the reference "
                        + field.getValue() + "\n" + one);
            }
        });
        return theirs;
    }

    private static boolean same(JsonNode theirs, JsonNode ours) {
        String error = theirs.path("error").asText();
        if (error.isEmpty()) {
            return theirs.equals(ours);
        }
        String found = ours.path("error").asText();
        return ERRORS.getOrDefault(error, Set.of(error.replaceAll("Error$", "Exception"))).contains(found);
    }
}
