package org.tucuxi.shell;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.EmissionObserver.Step;

/** An emission as lines of text: its name and time, then each handler with what it answered. */
final class TraceFormat {

    private TraceFormat() {
    }

    static List<String> lines(Emission emission) {
        List<String> lines = new ArrayList<>(emission.steps().size() + 1);
        lines.add(emission.event().name() + "  " + Texts.millis(emission.nanos())
                + (emission.steps().isEmpty() ? "  (nobody listens)" : ""));
        for (Step step : emission.steps()) {
            lines.add("    " + step.handler() + "  " + Texts.millis(step.nanos()) + outcome(step));
        }
        return lines;
    }

    private static String outcome(Step step) {
        if (step.failure() != null) {
            return "  failed: " + step.failure().getClass().getSimpleName();
        }
        return step.answer() == null ? "" : "  answered " + Texts.answer(step.answer());
    }
}
