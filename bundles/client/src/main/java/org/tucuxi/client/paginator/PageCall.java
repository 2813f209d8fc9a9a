package org.tucuxi.client.paginator;

import java.util.Map;

/** Fetches a page: calls the operation. */
@FunctionalInterface
public interface PageCall {

    /**
     * Calls the operation.
     *
     * @param parameters its parameters
     * @return the page
     */
    Map<String, Object> call(Map<String, Object> parameters);
}
