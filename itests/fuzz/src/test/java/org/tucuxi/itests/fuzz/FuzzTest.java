package org.tucuxi.itests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged input of all kinds, for {@code -Dfuzz.seconds} seconds. Without that property it takes a few seconds and
 * always the same inputs. With it they are others each time, which is a hunt, unless {@code -Dfuzz.first} says which
 * comes first, as a gate does: it must not fail for what nobody has seen. {@code -Dfuzz.seed} makes one input again and
 * asks for no others.
 */
class FuzzTest {

    private static final long FEW_SECONDS = 5;
    private static final long FIRST_SEED = 20_260_101;

    @TempDir
    Path folder;

    @Test
    void whateverComesInWhatGoesOutIsAValueOrAPromisedException() throws Exception {
        Long seconds = Long.getLong("fuzz.seconds");
        Long given = Long.getLong("fuzz.seed");
        long seed = given != null ? given : first(seconds == null);
        Lab lab = new Lab(folder.resolve("lab"));
        Target responses = new ResponseTarget(lab, new Corpus());
        List<Target> targets = List.of(responses, responses, responses, responses, responses, responses,
                new ModelTarget(folder.resolve("models")), new ArchiveTarget(folder.resolve("archives")),
                new ProfileTarget(folder.resolve("profiles")), new RuleSetTarget());

        Fuzzer fuzzer = new Fuzzer(targets, seed, seconds == null ? FEW_SECONDS : seconds, Path.of("target/fuzz"));
        Map<String, String> failures = fuzzer.run();

        System.out.println("Fuzz: first seed " + seed + ", inputs " + fuzzer.counts());
        failures.values().forEach(failure -> System.out.println("Fuzz: failed: " + failure));
        assertThat(failures.keySet()).as("failures; the reports above and in target/fuzz have seeds and inputs")
                .isEmpty();
        if (given == null) {
            assertThat(fuzzer.counts()).as("inputs of five kinds that came to values and to exceptions").hasSize(10);
        }
    }

    private static long first(boolean isShort) {
        return Long.getLong("fuzz.first", isShort ? FIRST_SEED : new SecureRandom().nextLong() >>> 1);
    }
}
