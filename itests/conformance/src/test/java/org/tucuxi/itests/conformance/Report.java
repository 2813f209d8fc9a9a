package org.tucuxi.itests.conformance;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.itests.conformance.Result.Outcome;

/** All results of a run. */
record Report(List<Result> results) {

    long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** {@code N passed, M failed}, and how many cases were not run, if any. */
    String summary() {
        long absent = count(Outcome.ABSENT);
        return count(Outcome.PASSED) + " passed, " + count(Outcome.FAILED) + " failed"
                + (absent == 0 ? "" : ", " + absent + " not there");
    }

    void print(PrintStream out) {
        Map<String, Integer> absent = new TreeMap<>();
        for (Result result : results) {
            if (result.outcome() == Outcome.FAILED) {
                out.println("FAILED " + result.id() + "\n       " + result.detail().replace("\n", "\n       "));
            } else if (result.outcome() == Outcome.ABSENT) {
                absent.merge(result.detail(), 1, Integer::sum);
            }
        }
        absent.forEach((reason, count) -> out.println("not there: " + reason + " (" + count + " cases)"));
        out.println(summary());
    }
}
