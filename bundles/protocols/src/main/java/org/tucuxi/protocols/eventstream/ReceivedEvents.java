package org.tucuxi.protocols.eventstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.ResponseStreamingException;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/**
 * The events of one response. Its connection is given up with the last event, with the first failure, or by closing.
 */
public final class ReceivedEvents implements EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedEvents.class);

    private final EventStreamReader reader;
    private final InputStream in;
    private final FrameReader frames;
    private Map<String, Object> initial = Map.of();
    private boolean isIterated;
    private volatile boolean isClosed;

    ReceivedEvents(EventStreamReader reader, InputStream in) {
        this.reader = reader;
        this.in = in;
        this.frames = new FrameReader(in);
    }

    /**
     * Reads the first frame, which in the protocols json and smithy-rpc-v2-cbor has the members that are not the
     * stream.
     *
     * @param members reads them
     * @param target where they go; it has nothing else
     * @throws ValueFault when the first frame is broken or another one
     */
    public void readInitial(BodyFormat.Filler members, StructureMap target) {
        try {
            boolean isThere = frames.next();
            if (isThere && frames.headers().is(Names.EVENT_TYPE, Names.INITIAL_RESPONSE)) {
                members.read(frames.payload(), target);
                initial = Collections.unmodifiableMap(target);
                return;
            }
            if (isThere) {
                // An error in its place says itself what is wrong.
                reader.event(frames);
            }
            throw new ValueFault("expected the event initial-response first, got "
                    + (isThere ? "another" : "the end of the stream"));
        } catch (IOException e) {
            close();
            throw broken(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Map<String, Object> initialResponse() {
        return initial;
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        if (isIterated) {
            throw new IllegalStateException("The events of a response can be iterated once");
        }
        isIterated = true;
        return new Events();
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("The event stream of {} could not be closed", reader.displayName(), e);
        }
    }

    /** The next event, or null at the end. */
    private Map<String, Object> read() {
        try {
            while (!isClosed && frames.next()) {
                Map<String, Object> event = reader.event(frames);
                if (event != null) {
                    return event;
                }
            }
            close();
            return null;
        } catch (IOException e) {
            if (isClosed) {
                // by another thread, which does not want what would have come
                return null;
            }
            close();
            throw broken(e);
        } catch (ValueFault fault) {
            close();
            throw new ResponseParserException("Unable to parse response of " + reader.displayName() + " at "
                    + place(fault) + ": " + fault.getMessage(), fault);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Faults of frames name their frame themselves; those of members do not know it. */
    private String place(ValueFault fault) {
        return fault.path().startsWith("frame ") ? fault.path()
                : frames.place() + (fault.path().isEmpty() ? "" : ", " + fault.path());
    }

    private HttpClientException broken(IOException e) {
        return e.getCause() instanceof HttpClientException told ? told
                : new ResponseStreamingException("The event stream of " + reader.displayName() + " broke: "
                        + e.getMessage(), e);
    }

    private final class Events implements Iterator<Map<String, Object>> {

        private Map<String, Object> next;
        private RuntimeException failure;

        @Override
        public boolean hasNext() {
            if (next != null) {
                return true;
            }
            if (failure != null) {
                throw failure;
            }
            if (isClosed) {
                return false;
            }
            try {
                next = read();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            return next != null;
        }

        @Override
        public Map<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The event stream of " + reader.displayName() + " is at its end");
            }
            Map<String, Object> event = next;
            next = null;
            return event;
        }
    }
}
