package org.tucuxi.paginator;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The pages of one reading. Pages are asked for when they are needed, through the client, so every event fires.
 *
 * <p>Every iteration, stream and search begins anew with the parameters that {@link Paginator#paginate} was given. (In botocore a
 * second iteration begins with the last token of the first one; that is not taken over.) An iteration belongs to one thread;
 * {@link #resumeToken()} and {@link #nonAggregatePart()} tell of the iteration that last had something to tell.
 *
 * <p>A page is the operation's result, with {@code ResponseMetadata}, and the caller's to change. The first and the last page are cut
 * when a token or {@link Paginator#MAX_ITEMS} ask for it.
 */
@ProviderType
public interface PageIterator extends Iterable<Map<String, Object>> {

    /**
     * The pages, one call each.
     *
     * @return begins anew; {@link Iterator#next()} throws what the call throws, {@link PaginationException} when the service gives the
     *         same token twice, and {@link IllegalArgumentException} when the starting token does not fit the operation
     */
    @Override
    Iterator<Map<String, Object>> iterator();

    /**
     * The pages as a stream.
     *
     * @return sequential, lazy; begins anew
     */
    Stream<Map<String, Object>> stream();

    /**
     * What a JMESPath expression finds in the pages: items of lists one by one, other results as they are, null included.
     *
     * @param expression for example {@code Contents[?Size > `100`].Key}
     * @return lazy; each iteration begins anew
     * @throws org.tucuxi.InvalidExpressionException when it cannot be read; during the iteration, when it does not fit what it finds
     */
    Found search(String expression);

    /**
     * Reads all pages and puts together what is said to belong together: lists are joined, numbers added, texts joined; values that
     * belong to no page are taken from the first. {@code NextToken} is the {@link #resumeToken()} when there is one.
     *
     * @return the results without {@code ResponseMetadata}
     */
    Map<String, Object> buildFullResult();

    /**
     * The results one by one, for each result key, over one common reading: what one iterator has made the pages be fetched for, the
     * others find fetched.
     *
     * @return one iterator for each of {@link #resultKeys()}; usable once, all by the same thread
     */
    List<Iterator<Object>> resultKeyIterators();

    /**
     * Where to go on when {@link Paginator#MAX_ITEMS} ended the last iteration.
     *
     * @return to be given as {@link Paginator#STARTING_TOKEN}; botocore and Tucuxi understand each other's. Empty when all was read
     */
    Optional<String> resumeToken();

    /**
     * The values that belong to no page, as the first page of the last iteration had them.
     *
     * @return empty before the first page
     */
    Map<String, Object> nonAggregatePart();

    /**
     * Where the results are in a page.
     *
     * @return JMESPath expressions, the primary one first
     */
    List<String> resultKeys();

    /** What a search finds. */
    @ProviderType
    interface Found extends Iterable<Object> {

        /**
         * As a stream.
         *
         * @return sequential, lazy, may contain nulls; begins anew
         */
        Stream<Object> stream();
    }
}
