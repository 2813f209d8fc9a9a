package org.tucuxi.itests.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.Response;

/** Replays one script of an emitter. */
final class EmitterScript {

    private final List<String> strings;
    private final List<Emitter> emitters = new ArrayList<>();
    private final List<Scripted> handlers = new ArrayList<>();
    private final List<Integer> calls = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    EmitterScript(List<String> strings, EmitterFactory factory) {
        this.strings = strings;
        this.emitters.add(factory.create(Map.of(EmitterFactory.SESSION_NAME, "conformance")));
    }

    /** Equal to every handler of the same key. */
    private final class Scripted implements EventHandler<Event<Object>, Object> {

        private final int index;
        private final Object key;
        private final Object answer;

        Scripted(int index, List<?> description) {
            this.index = index;
            this.key = description.get(0);
            this.answer = description.get(1);
        }

        @Override
        public Object handle(Event<Object> event) {
            calls.add(index);
            seen.add(event.name());
            return answer;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Scripted scripted && scripted.key.equals(key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    void run(Map<String, Object> script) {
        for (Object handler : (List<?>) script.get("handlers")) {
            handlers.add(new Scripted(handlers.size(), (List<?>) handler));
        }
        int number = 0;
        for (Object step : (List<?>) script.get("steps")) {
            step("step " + number++ + " " + step, (List<?>) step);
        }
    }

    private void step(String what, List<?> step) {
        Emitter emitter = emitters.get(number(step, 1));
        switch ((String) step.get(0)) {
            case "c" -> emitters.add(emitter.copy());
            case "e" -> emit(what, step, emitter);
            case "t" -> emitUntilResponse(what, step, emitter);
            default -> Result.expect(what + ", accepted", number(step, 6) == 1, change(step, emitter));
        }
    }

    private boolean change(List<?> step, Emitter emitter) {
        String name = text(step, 2);
        Scripted handler = handler(number(step, 3));
        String id = text(step, 4);
        boolean counts = number(step, 5) == 1;
        try {
            switch ((String) step.get(0)) {
                case "f" -> emitter.registerFirst(name, handler, id, counts);
                case "r" -> emitter.register(name, handler, id, counts);
                case "l" -> emitter.registerLast(name, handler, id, counts);
                case "u" -> emitter.unregister(name, handler, id, counts);
                default -> throw new IllegalStateException("unknown step " + step);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void emit(String what, List<?> step, Emitter emitter) {
        calls.clear();
        seen.clear();
        List<Response<Object>> responses = emitter.emit(new GenericEvent(text(step, 2), Map.of()));
        Result.expect(what + ", called", step.get(4), calls);
        Result.expect(what + ", responses", answers(), responses.stream().map(Response::value).toList());
        expectName(what, step);
    }

    private List<Object> answers() {
        List<Object> answers = new ArrayList<>();
        calls.forEach(index -> answers.add(handlers.get(index).answer));
        return answers;
    }

    private void emitUntilResponse(String what, List<?> step, Emitter emitter) {
        calls.clear();
        seen.clear();
        Response<Object> response = emitter.emitUntilResponse(new GenericEvent(text(step, 2), Map.of()));
        Scripted responder = handler(number(step, 5));
        Result.expect(what + ", called", step.get(4), calls);
        Result.expect(what + ", responder", responder, response.handler());
        Result.expect(what + ", response", responder == null ? null : responder.answer, response.value());
        expectName(what, step);
    }

    private void expectName(String what, List<?> step) {
        for (String name : seen) {
            Result.expect(what + ", name seen", text(step, 3), name);
        }
    }

    private Scripted handler(int index) {
        return index < 0 ? null : handlers.get(index);
    }

    private String text(List<?> step, int position) {
        int index = number(step, position);
        return index < 0 ? null : strings.get(index);
    }

    private static int number(List<?> step, int position) {
        return ((Number) step.get(position)).intValue();
    }
}
