package org.tucuxi.shell;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.event.ChooseServiceName;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.EmissionObserver.Step;
import org.tucuxi.event.Event;

/** An emission as lines of text: its name and time, then each handler with what it answered. */
final class TraceFormat {

    private TraceFormat() {
    }

    static List<String> lines(Emission emission) {
        List<String> lines = new ArrayList<>(emission.steps().size() + 1);
        lines.add(emission.event().name() + "  " + Texts.millis(emission.nanos())
                + (emission.steps().isEmpty() ? "  (nobody listens)" : ""));
        for (Step step : emission.steps()) {
            lines.add("    " + step.handler() + "  " + Texts.millis(step.nanos()) + outcome(emission.event(), step));
        }
        return lines;
    }

    private static String outcome(Event<?> event, Step step) {
        if (step.failure() != null) {
            return "  failed: " + step.failure().getClass().getSimpleName();
        }
        if (step.answer() == null) {
            return "";
        }
        // What these two choose are public names; any other text could be a secret.
        boolean name = event instanceof ChooseSigner || event instanceof ChooseServiceName;
        return "  answered " + (name ? step.answer() : Texts.answer(step.answer()));
    }
}
