package org.tucuxi.client.paginator;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** One value, which may be null, to be gone through. */
final class OneResult implements Iterator<Object> {

    private final Object value;
    private boolean isTaken;

    OneResult(Object value) {
        this.value = value;
    }

    @Override
    public boolean hasNext() {
        return !isTaken;
    }

    @Override
    public Object next() {
        if (isTaken) {
            throw new NoSuchElementException();
        }
        isTaken = true;
        return value;
    }
}
