package org.tucuxi.client.paginator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.client.jmespath.Query;
import org.tucuxi.client.validation.Json;
import org.tucuxi.paginator.PageIterator;
import org.tucuxi.paginator.PaginationException;

/** Random models, pages and tokens as the reference reads them; src/test/python/paginator/runs.py made the fixture. */
class ReferenceRunsTest {

    @TestFactory
    Stream<DynamicTest> readsAsTheReferenceReads() throws IOException {
        List<Map<String, Object>> cases;
        try (InputStream in = ReferenceRunsTest.class.getResourceAsStream("/paginator/runs.json")) {
            cases = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(cases).hasSize(300);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.get("index") + ": " + each.get("model") + " "
                + each.get("params"), () -> new Run(Things.decoded(each)).check()));
    }

    private record Run(Map<String, Object> expected) {

        @SuppressWarnings("unchecked")
        private PageIterator read(List<Map<String, Object>> calls) {
            Iterator<Map<String, Object>> answers =
                    ((List<Map<String, Object>>) Things.copy(expected.get("answers"))).iterator();
            return Things.paginator((Map<String, Object>) expected.get("model"), (String) expected.get("limit"), params -> {
                calls.add(params);
                if (!answers.hasNext()) {
                    throw new Exhausted();
                }
                return answers.next();
            }).paginate((Map<String, Object>) expected.get("params"));
        }

        void check() {
            List<Map<String, Object>> calls = new ArrayList<>();
            List<Map<String, Object>> pages = new ArrayList<>();
            if (expected.get("error") != null && expected.get("calls").equals(List.of())) {
                failsAs("error", () -> read(calls).iterator());
                return;
            }
            PageIterator pageIterator = read(calls);
            Supplier<Object> all = () -> {
                pageIterator.forEach(pages::add);
                return pages;
            };
            if (expected.get("error") != null) {
                failsAs("error", all);
            } else {
                all.get();
            }
            same("pages", pages);
            same("calls", calls);
            assertThat(pageIterator.resumeToken().orElse(null)).isEqualTo(expected.get("token"));
            same("nonAggregate", pageIterator.nonAggregatePart());
            checkWhole();
        }

        private void checkWhole() {
            if (expected.get("fullError") != null) {
                failsAs("fullError", () -> read(new ArrayList<>()).buildFullResult());
            } else {
                same("full", read(new ArrayList<>()).buildFullResult());
            }
            if (expected.get("found") != null) {
                List<Object> found = new ArrayList<>();
                read(new ArrayList<>()).search((String) expected.get("search")).forEach(found::add);
                same("found", found);
            }
            if (expected.get("each") != null) {
                List<Object> each = new ArrayList<>();
                for (Iterator<Object> results : read(new ArrayList<>()).resultKeyIterators()) {
                    List<Object> ofKey = new ArrayList<>();
                    results.forEachRemaining(ofKey::add);
                    each.add(ofKey);
                }
                same("each", each);
            }
        }

        private void same(String what, Object actual) {
            assertThat(Query.equal(withoutNulls(actual), withoutNulls(expected.get(what))))
                    .as("%s: %s for %s", what, actual, expected.get(what)).isTrue();
        }

        private void failsAs(String what, Supplier<Object> work) {
            Class<?> type = switch ((String) expected.get(what)) {
                case "PaginationError" -> PaginationException.class;
                case "InvalidExpressionError" -> InvalidExpressionException.class;
                case "ValueError" -> IllegalArgumentException.class;
                default -> Exhausted.class;
            };
            assertThatThrownBy(work::get).isExactlyInstanceOf(type);
        }
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Without nulls in maps, and without maps that were nothing else. */
    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> result = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                Object rest = withoutNulls(inner);
                if (rest != null && !(rest instanceof Map<?, ?> empty && empty.isEmpty())) {
                    result.put(key, rest);
                }
            });
            return result;
        }
        return value instanceof List<?> list ? list.stream().map(ReferenceRunsTest::withoutNulls)
                .collect(ArrayList::new, List::add, List::addAll) : value;
    }
}
