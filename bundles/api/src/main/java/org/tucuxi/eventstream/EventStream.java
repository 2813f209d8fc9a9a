package org.tucuxi.eventstream;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The events of a response, as they arrive. Each event is a map with one entry: the event's name and its members.
 * Reading waits for the next event and asks the network for no more than that, so a slow reader slows its sender down.
 *
 * <p>Close it, or iterate to its end, to give its connection back. Belongs to one thread at a time; {@link #close()}
 * may come from any.
 */
@ProviderType
public interface EventStream extends Iterable<Map<String, Object>>, AutoCloseable {

    /**
     * The events. Events that are newer than the model are skipped.
     *
     * @return the iterator; its methods throw {@link EventStreamException} for an error that the service sends as an
     *         event, {@link org.tucuxi.protocol.ResponseParserException} for a broken frame, and a
     *         {@link org.tucuxi.http.HttpClientException} when the connection fails. There is no going on after that
     * @throws IllegalStateException when it was called before: events come once
     */
    @Override
    Iterator<Map<String, Object>> iterator();

    /**
     * What came before the events: the members of the result that are not the stream.
     *
     * @return the members that the first frame gave, in json and smithy-rpc-v2-cbor; else empty
     */
    Map<String, Object> initialResponse();

    /**
     * The events as a stream.
     *
     * @return sequential, ordered; closing it closes this
     */
    default Stream<Map<String, Object>> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(this::close);
    }

    /**
     * Gives up what has not arrived yet, and the connection. A thread that waits for an event finds the stream at its
     * end.
     */
    @Override
    void close();
}
