package org.tucuxi.paginator;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads an operation that answers in pages. Safe for use by many threads.
 *
 * <pre>{@code
 * for (Map<String, Object> page : s3.paginator("list_objects_v2").paginate(Map.of("Bucket", "b"))) {
 *     …
 * }
 * }</pre>
 */
@ProviderType
public interface Paginator {

    /** The parameter that is not the operation's: a map with any of {@link #MAX_ITEMS}, {@link #STARTING_TOKEN}, {@link #PAGE_SIZE}. */
    String PAGINATION_CONFIG = "PaginationConfig";
    /** How many primary results to give at most, over all pages: a number, or text of one. */
    String MAX_ITEMS = "MaxItems";
    /** Where to begin: a {@link PageIterator#resumeToken()}, or a token of the service. */
    String STARTING_TOKEN = "StartingToken";
    /** How many results a page shall have: sent to the service, which may give fewer. */
    String PAGE_SIZE = "PageSize";

    /**
     * The operation.
     *
     * @return its API name
     */
    String operationName();

    /**
     * Where the results are in a page.
     *
     * @return JMESPath expressions; the first is the primary one, whose results {@link #MAX_ITEMS} counts
     */
    List<String> resultKeys();

    /**
     * The pages of the operation without parameters.
     *
     * @return the pages; nothing is called yet
     */
    default PageIterator paginate() {
        return paginate(Map.of());
    }

    /**
     * The pages of the operation.
     *
     * @param parameters the operation's parameters, and {@link #PAGINATION_CONFIG} if wanted; they are copied
     * @return the pages; nothing is called yet
     * @throws PaginationException when a page size is given and the operation takes none
     * @throws IllegalArgumentException when a value of the pagination's configuration is not of its kind
     */
    PageIterator paginate(Map<String, ?> parameters);
}
