package org.tucuxi.itests.protocoltests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every case of AWS's suites that is for clients. */
class ProtocolTestsIT {

    private static final Map<String, int[]> COUNTS = new TreeMap<>();

    @TempDir
    static Path folder;

    private static Suites suites;
    private static Departures departures;

    @BeforeAll
    static void readSuites() {
        suites = new Suites(folder);
        departures = new Departures();
    }

    @AfterAll
    static void printCounts() {
        COUNTS.forEach((protocol, counts) -> System.out.println("Protocol tests of " + protocol + ": "
                + counts[0] + " passed, " + counts[1] + " depart, " + counts[2] + " failed"));
    }

    @TestFactory
    Stream<DynamicContainer> casesPass() {
        return suites.cases().entrySet().stream().map(protocol -> DynamicContainer.dynamicContainer(protocol.getKey(),
                protocol.getValue().stream().map(test -> DynamicTest.dynamicTest(test.name(), () -> run(test)))));
    }

    private static void run(SuiteCase test) {
        assumeTrue(!(test instanceof EventStreamCase) || Suites.hasEvents(), "these protocols have no event streams");
        int[] counts = COUNTS.computeIfAbsent(test.protocol(), protocol -> new int[3]);
        String reason = departures.reason(test.name());
        Throwable failure = failure(test);
        counts[failure == null ? 0 : reason != null ? 1 : 2]++;
        if (failure != null && reason == null) {
            fail(test.name() + " at " + test.operation().getId().getName() + ": " + failure.getMessage(), failure);
        }
        if (failure == null && reason != null) {
            counts[0]--;
            counts[2]++;
            fail(test.name() + " passes; take it off departures.txt");
        }
    }

    private static Throwable failure(SuiteCase test) {
        try {
            test.run(suites.model(), suites.service(test.service()), suites.protocol(test.protocol()));
            return null;
        } catch (Exception | AssertionError e) {
            return e;
        }
    }

    @Test
    void departuresAreCases() {
        Set<String> known = new HashSet<>();
        suites.cases().values().forEach(cases -> cases.forEach(test -> {
            known.add(test.name());
            known.add(test.name().substring(0, test.name().lastIndexOf('/')) + "/*");
        }));
        List<String> unknown = new ArrayList<>();
        departures.names().forEach(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });

        assertThat(unknown).as("names in departures.txt that no case has").isEmpty();
    }

    @Test
    void thereIsASuiteOfEachProtocol() {
        assertThat(suites.cases().keySet()).containsExactlyInAnyOrder("awsJson1_0", "awsJson1_1", "awsQuery",
                "ec2Query", "restJson1", "restXml", "rpcv2Cbor");
    }
}
