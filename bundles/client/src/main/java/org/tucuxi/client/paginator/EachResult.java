package org.tucuxi.client.paginator;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The results of pages one by one; a page is fetched when the results of the one before are used up. */
final class EachResult implements Iterator<Object> {

    private final Iterator<Map<String, Object>> pages;
    private final Function<Map<String, Object>, Iterator<?>> results;
    private Iterator<?> current = List.of().iterator();

    EachResult(Iterator<Map<String, Object>> pages, Function<Map<String, Object>, Iterator<?>> results) {
        this.pages = pages;
        this.results = results;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext()) {
            if (!pages.hasNext()) {
                return false;
            }
            current = results.apply(pages.next());
        }
        return true;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
