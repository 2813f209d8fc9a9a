/**
 * Paginators, as the reference's {@code paginators-1} models say.
 *
 * <p>{@link org.tucuxi.client.paginator.Paginators} is what is compiled of a service's model: once for a service, an operation when it
 * is first asked for. A {@code Reading} is what {@code paginate} gives, a {@code PageRun} one iteration over it with a state of its own,
 * so that a second iteration begins anew. Pages are fetched by whoever makes the client's calls; nothing here knows how.
 *
 * <p>Where it parts from the reference on purpose: an iteration never changes the parameters of the next one; a negative
 * {@code MaxItems} and a token with an impossible place in its page are refused instead of counted from the end; primary results that
 * cannot be cut, a token that is JSON but no object, and values that JSON does not know fail by name or work, where the reference fails
 * by accident; null values are absent from what is put together; {@code buildFullResult} leaves the first page's list alone.
 */
package org.tucuxi.client.paginator;
