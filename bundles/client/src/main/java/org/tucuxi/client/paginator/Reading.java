package org.tucuxi.client.paginator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tucuxi.client.Features;
import org.tucuxi.client.jmespath.Query;
import org.tucuxi.paginator.PageIterator;

/** One use of a paginator. What it was made with never changes, so each iteration is a {@link PageRun} that begins anew. */
final class Reading implements PageIterator {

    private final PaginatorPlan plan;
    private final PageCall call;
    private final Map<String, Object> parameters;
    private final Integer maxItems;
    private final String startingToken;
    private volatile String resumeToken;
    private volatile Map<String, Object> nonAggregatePart = Map.of();

    Reading(PaginatorPlan plan, PageCall call, Map<String, Object> parameters, Integer maxItems, String startingToken) {
        this.plan = plan;
        this.call = call;
        this.parameters = parameters;
        this.maxItems = maxItems;
        this.startingToken = startingToken;
    }

    PaginatorPlan plan() {
        return plan;
    }

    Integer maxItems() {
        return maxItems;
    }

    Map<String, Object> call(Map<String, Object> current) {
        return Features.during(Features.PAGINATOR, () -> call.call(current));
    }

    /** What an iteration knows after its first page. */
    void began(Map<String, Object> nonAggregate) {
        nonAggregatePart = nonAggregate;
        resumeToken = null;
    }

    /** An iteration ended where another one can go on. */
    void cut(String token) {
        resumeToken = token;
    }

    private PageRun run() {
        return new PageRun(this, new LinkedHashMap<>(parameters),
                startingToken == null ? null : ResumeToken.read(startingToken, plan.inputTokens()));
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        return run();
    }

    @Override
    public Stream<Map<String, Object>> stream() {
        return lazily(this);
    }

    private static <T> Stream<T> lazily(Iterable<T> items) {
        return StreamSupport.stream(items::spliterator, 0, false).sequential();
    }

    @Override
    public Spliterator<Map<String, Object>> spliterator() {
        return java.util.Spliterators.spliteratorUnknownSize(iterator(), 0);
    }

    @Override
    public Found search(String expression) {
        Query query = Query.of(Objects.requireNonNull(expression, "expression"));
        return new Found() {
            @Override
            public Iterator<Object> iterator() {
                return new EachResult(Reading.this.iterator(), page -> {
                    Object found = query.search(page);
                    return found instanceof List<?> list ? list.iterator() : new OneResult(found);
                });
            }

            @Override
            public Stream<Object> stream() {
                return lazily(this);
            }
        };
    }

    @Override
    public List<Iterator<Object>> resultKeyIterators() {
        SharedPages pages = new SharedPages(run());
        List<Iterator<Object>> iterators = new ArrayList<>(plan.resultKeys().size());
        for (Query key : plan.resultKeys()) {
            iterators.add(new EachResult(pages.iterator(), page -> PageValues.each(key.search(page))));
        }
        return iterators;
    }

    @Override
    public Map<String, Object> buildFullResult() {
        PageRun run = run();
        Map<String, Object> result = new LinkedHashMap<>();
        while (run.hasNext()) {
            Map<String, Object> page = run.next();
            for (Query key : plan.resultKeys()) {
                Object more = key.search(page);
                if (more != null) {
                    Object known = key.search(result);
                    Object all = known == null ? owned(more) : PageValues.join(known, more);
                    result = DottedPath.set(result, key.text(), all);
                }
            }
        }
        merge(result, run.nonAggregatePart());
        if (run.resumeToken() != null) {
            result.put("NextToken", run.resumeToken());
        }
        return result;
    }

    /** A list of the result's own, which grows while the page's stays as it is. */
    private static Object owned(Object results) {
        return results instanceof List<?> list ? new ArrayList<>(list) : results;
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> result, Map<String, Object> part) {
        for (Map.Entry<String, Object> entry : part.entrySet()) {
            if (entry.getValue() instanceof Map<?, ?> inner && result.get(entry.getKey()) instanceof Map<?, ?> known) {
                Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) known);
                merge(both, (Map<String, Object>) inner);
                result.put(entry.getKey(), both);
            } else {
                result.put(entry.getKey(), entry.getValue());
            }
        }
    }

    @Override
    public Optional<String> resumeToken() {
        return Optional.ofNullable(resumeToken);
    }

    @Override
    public Map<String, Object> nonAggregatePart() {
        return nonAggregatePart;
    }

    @Override
    public List<String> resultKeys() {
        return plan.resultKeyTexts();
    }

    @Override
    public String toString() {
        return "PageIterator(" + plan.operation() + ')';
    }
}
