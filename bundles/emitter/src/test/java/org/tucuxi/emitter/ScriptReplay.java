package org.tucuxi.emitter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Response;

/** Replays scripts recorded from the reference; their format is in README.md beside them. */
final class ScriptReplay {

    private static final int FORMAT = 1;

    private final Path file;
    private final JsonNode strings;
    private final List<String> differences = new ArrayList<>();

    private ScriptReplay(Path file, JsonNode strings) {
        this.file = file;
        this.strings = strings;
    }

    /**
     * What replaying a folder has shown.
     *
     * @param scripts how many scripts were run
     * @param differences where Tucuxi does something else than the reference did
     */
    record Outcome(int scripts, List<String> differences) {
    }

    static Outcome folder(Path folder) throws IOException {
        int scripts = 0;
        List<String> differences = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().matches(".*\\.json(\\.gz)?")).sorted().toList();
        }
        for (Path file : files) {
            JsonNode document = read(file);
            if (document.path("format").asInt() != FORMAT) {
                throw new IOException(file + " is not of format " + FORMAT);
            }
            ScriptReplay replay = new ScriptReplay(file, document.get("strings"));
            for (JsonNode script : document.get("scripts")) {
                replay.run(scripts++, script);
            }
            differences.addAll(replay.differences);
        }
        return new Outcome(scripts, differences);
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** Equal to every handler of the same key, as the recorded handlers were. */
    private record Scripted(int index, int key, Object answer, List<Integer> calls, List<String> seen)
            implements EventHandler<Event<Object>, Object> {

        @Override
        public Object handle(Event<Object> event) {
            calls.add(index);
            seen.add(event.name());
            return answer;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Scripted scripted && scripted.key == key;
        }

        @Override
        public int hashCode() {
            return key;
        }
    }

    private void run(int number, JsonNode script) {
        List<Integer> calls = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        List<Scripted> handlers = new ArrayList<>();
        for (JsonNode handler : script.get("handlers")) {
            Object answer = new ObjectMapper().convertValue(handler.get(1), Object.class);
            handlers.add(new Scripted(handlers.size(), handler.get(0).asInt(), answer, calls, seen));
        }
        List<Emitter> emitters = new ArrayList<>(List.of(Fixture.emitter()));
        int stepNumber = 0;
        for (JsonNode step : script.get("steps")) {
            calls.clear();
            seen.clear();
            String problem = step(step, emitters, handlers, calls, seen);
            if (problem != null) {
                differences.add(file.getFileName() + " script " + number + " step " + stepNumber + ' ' + step + ": "
                        + problem);
                return;
            }
            stepNumber++;
        }
    }

    private String step(JsonNode step, List<Emitter> emitters, List<Scripted> handlers, List<Integer> calls,
            List<String> seen) {
        Emitter emitter = emitters.get(step.get(1).asInt());
        return switch (step.get(0).asText()) {
            case "c" -> {
                emitters.add(emitter.copy());
                yield null;
            }
            case "e", "t" -> emit(step, emitter, handlers, calls, seen);
            default -> change(step, emitter, handlers);
        };
    }

    private String change(JsonNode step, Emitter emitter, List<Scripted> handlers) {
        String name = string(step.get(2));
        Scripted handler = step.get(3).asInt() < 0 ? null : handlers.get(step.get(3).asInt());
        String id = string(step.get(4));
        boolean counts = step.get(5).asInt() == 1;
        boolean accepted = true;
        try {
            switch (step.get(0).asText()) {
                case "f" -> emitter.registerFirst(name, handler, id, counts);
                case "r" -> emitter.register(name, handler, id, counts);
                case "l" -> emitter.registerLast(name, handler, id, counts);
                case "u" -> emitter.unregister(name, handler, id, counts);
                default -> throw new IllegalStateException("unknown step " + step);
            }
        } catch (IllegalArgumentException e) {
            accepted = false;
        }
        return accepted == (step.get(6).asInt() == 1) ? null : "accepted: " + accepted;
    }

    private String emit(JsonNode step, Emitter emitter, List<Scripted> handlers, List<Integer> calls,
            List<String> seen) {
        List<Response<Object>> responses;
        Event<Object> event = Fixture.event(string(step.get(2)));
        if (step.get(0).asText().equals("e")) {
            responses = emitter.emit(event);
            if (!responses.stream().map(response -> ((Scripted) response.handler()).index()).toList().equals(calls)) {
                return "responses " + responses;
            }
        } else {
            Response<Object> response = emitter.emitUntilResponse(event);
            int responder = response.handler() == null ? -1 : ((Scripted) response.handler()).index();
            if (responder != step.get(5).asInt()) {
                return "response of " + responder;
            }
            responses = List.of(response);
        }
        for (Response<Object> response : responses) {
            if (response.handler() instanceof Scripted handler && !Objects.equals(response.value(), handler.answer())) {
                return "answer " + response;
            }
        }
        List<Integer> expected = new ArrayList<>();
        step.get(4).forEach(index -> expected.add(index.asInt()));
        if (!expected.equals(calls)) {
            return "called " + calls;
        }
        String expectedName = string(step.get(3));
        return seen.stream().allMatch(name -> name.equals(expectedName)) ? null : "seen as " + seen;
    }

    private String string(JsonNode index) {
        return index.asInt() < 0 ? null : strings.get(index.asInt()).asText();
    }
}
