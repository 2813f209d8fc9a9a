package org.tucuxi.client.paginator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.tucuxi.client.jmespath.Query;
import org.tucuxi.paginator.PaginationException;

/** One iteration over the pages: the reference's loop, with a state of its own. Belongs to one thread. */
final class PageRun implements Iterator<Map<String, Object>> {

    private static final int SHOWN = 500;

    private final Reading reading;
    private final PaginatorPlan plan;
    private final Map<String, Object> parameters;
    private final ResumeToken start;
    /** The token that fetches the next page, and the page that was fetched last. */
    private Map<String, Object> token = new LinkedHashMap<>();
    private Map<String, Object> previousNext;
    private Map<String, Object> nonAggregatePart = Map.of();
    private String resumeToken;
    private PaginationException repeated;
    private long total;
    private boolean isFirst = true;
    private boolean isEnded;

    PageRun(Reading reading, Map<String, Object> parameters, ResumeToken start) {
        this.reading = reading;
        this.plan = reading.plan();
        this.parameters = parameters;
        this.start = start;
        if (start != null) {
            token = new LinkedHashMap<>(start.tokens());
            inject();
        } else {
            plan.inputTokens().forEach(name -> token.put(name, null));
        }
    }

    String resumeToken() {
        return resumeToken;
    }

    Map<String, Object> nonAggregatePart() {
        return nonAggregatePart;
    }

    @Override
    public boolean hasNext() {
        if (repeated != null) {
            PaginationException failure = repeated;
            repeated = null;
            isEnded = true;
            throw failure;
        }
        return !isEnded;
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The last page was given");
        }
        // Whatever fails here ends the iteration, as it would a generator.
        isEnded = true;
        Map<String, Object> page = reading.call(new LinkedHashMap<>(parameters));
        int skipped = 0;
        if (isFirst) {
            isFirst = false;
            if (start != null) {
                skipped = start.skipped();
                page = cutStart(page, skipped);
            }
            nonAggregatePart = nonAggregate(page);
            reading.began(nonAggregatePart);
        }
        Object results = plan.primary().search(page);
        long count = PageValues.count(results, plan.primary().text());
        Integer maxItems = reading.maxItems();
        if (maxItems != null && total + count > maxItems) {
            int kept = (int) (maxItems - total);
            page = DottedPath.set(page, plan.primary().text(), PageValues.head(results, kept, plan.primary().text()));
            token.put(ResumeToken.TRUNCATE_AMOUNT, kept + skipped);
            cut(token);
            return page;
        }
        total += count;
        advance(page);
        return page;
    }

    /** Finds out what follows before the page is given away, so that its new owner may do with it what he likes. */
    private void advance(Map<String, Object> page) {
        Map<String, Object> next = plan.nextToken(page);
        if (next.values().stream().allMatch(Objects::isNull)) {
            return;
        }
        token = next;
        if (reading.maxItems() != null && total == reading.maxItems()) {
            cut(next);
            return;
        }
        isEnded = false;
        if (previousNext != null && Query.equal(previousNext, next)) {
            String shown = next.toString();
            repeated = new PaginationException("Error during pagination: The same next token was received twice: "
                    + (shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + '…'));
            return;
        }
        inject();
        previousNext = next;
    }

    private void cut(Map<String, Object> next) {
        resumeToken = ResumeToken.write(next, plan.inputTokens());
        reading.cut(resumeToken);
    }

    private void inject() {
        token.forEach((name, value) -> {
            if (value == null || value.equals("None")) {
                parameters.remove(name);
            } else {
                parameters.put(name, value);
            }
        });
    }

    /** Takes out what an earlier iteration gave of this page. */
    private Map<String, Object> cutStart(Map<String, Object> whole, int skipped) {
        Query primary = plan.primary();
        Map<String, Object> page = DottedPath.set(whole, primary.text(), PageValues.tail(primary.search(whole), skipped));
        for (Query key : plan.resultKeys()) {
            if (!key.text().equals(primary.text())) {
                page = DottedPath.set(page, key.text(), PageValues.emptied(key.search(page)));
            }
        }
        return page;
    }

    private Map<String, Object> nonAggregate(Map<String, Object> page) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (Query key : plan.nonAggregateKeys()) {
            DottedPath.set(part, key.text(), key.search(page));
        }
        return part;
    }
}
