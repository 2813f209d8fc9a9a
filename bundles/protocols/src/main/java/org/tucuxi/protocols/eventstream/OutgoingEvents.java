package org.tucuxi.protocols.eventstream;

import java.io.InputStream;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.eventstream.EventSigner;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.UnseekableStreamException;

/** The events of one request. They come once, so they can be sent once. */
final class OutgoingEvents implements EventStreamBody {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingEvents.class);

    private final EventStreamWriter writer;
    private final Iterator<?> events;
    private final Runnable end;
    private final byte[] initial;
    private final AtomicBoolean isOpened = new AtomicBoolean();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** Makes a body; {@code end} and {@code initial} may be null. */
    OutgoingEvents(EventStreamWriter writer, Iterator<?> events, Runnable end, byte[] initial) {
        this.writer = writer;
        this.events = events;
        this.end = end;
        this.initial = initial;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream open() {
        return open(null);
    }

    @Override
    public HttpBody signedBy(EventSigner signer) {
        return new Signed(this, signer);
    }

    private InputStream open(EventSigner signer) {
        if (!isOpened.compareAndSet(false, true)) {
            throw new UnseekableStreamException("Need to rewind the event stream " + writer.member()
                    + ", but events come only once: a call that sends them cannot be repeated");
        }
        return new EventFrames(this, signer);
    }

    EventStreamWriter writer() {
        return writer;
    }

    Iterator<?> events() {
        return events;
    }

    byte[] initial() {
        return initial;
    }

    boolean isClosed() {
        return isClosed.get();
    }

    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (end != null) {
                end.run();
            }
            if (events instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.debug("The source of the events of {} could not be closed", writer.member(), e);
        }
    }

    @Override
    public String toString() {
        return "events of " + writer.member();
    }

    /** The same events, signed. */
    private record Signed(OutgoingEvents events, EventSigner signer) implements EventStreamBody {

        @Override
        public long length() {
            return -1;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public InputStream open() {
            return events.open(signer);
        }

        @Override
        public HttpBody signedBy(EventSigner other) {
            return new Signed(events, other);
        }

        @Override
        public void close() {
            events.close();
        }

        @Override
        public String toString() {
            return "signed " + events;
        }
    }
}
