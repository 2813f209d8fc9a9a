package org.tucuxi.protocols.eventstream;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import org.tucuxi.eventstream.EventSigner;

/**
 * The bytes of events that are sent. Reading waits for the next event, and gives it out before it asks for another: an
 * event must not wait in here for company.
 */
final class EventFrames extends InputStream {

    private static final byte[] NO_SIGNATURE = new byte[32];
    private static final byte[] NOTHING = new byte[0];

    private final OutgoingEvents body;
    private final Iterator<?> events;
    private final EventSigner signer;
    private final FrameWriter out = new FrameWriter();
    private byte[] initial;
    private int position;
    private int count;
    private boolean isEnded;

    /** Makes the stream; {@code signer} may be null. */
    EventFrames(OutgoingEvents body, EventSigner signer) {
        this.body = body;
        this.events = body.events();
        this.initial = body.initial();
        this.signer = signer;
    }

    @Override
    public int read() throws IOException {
        if (!isReady()) {
            return -1;
        }
        return out.data()[position++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!isReady()) {
            return -1;
        }
        int taken = Math.min(length, out.size() - position);
        System.arraycopy(out.data(), position, buffer, offset, taken);
        position += taken;
        return taken;
    }

    @Override
    public int available() {
        return out.size() - position;
    }

    @Override
    public void close() {
        body.close();
    }

    /** Makes the next frame when the last one was read. */
    private boolean isReady() throws IOException {
        if (position < out.size()) {
            return true;
        }
        if (body.isClosed()) {
            throw closed();
        }
        if (isEnded) {
            return false;
        }
        position = 0;
        out.clear();
        if (initial != null) {
            byte[] document = initial;
            initial = null;
            write(() -> body.writer().writeInitial(out, document));
            return true;
        }
        return writeNext();
    }

    private boolean writeNext() throws IOException {
        if (events.hasNext()) {
            Object event = events.next();
            write(() -> body.writer().write(out, event, count++));
            return true;
        }
        if (body.isClosed()) {
            throw closed();
        }
        isEnded = true;
        if (signer != null) {
            write(() -> out.payload(NOTHING));
        }
        return signer != null;
    }

    private IOException closed() {
        return new IOException("The events of " + body.writer().member() + " were given up before their end");
    }

    /** Writes a frame, inside of a signed one when there is a signer. */
    private void write(Runnable content) {
        if (signer == null) {
            content.run();
            return;
        }
        int start = out.begin();
        int headers = out.size();
        Instant date = signer.now();
        out.timestamp(Names.DATE, date.toEpochMilli());
        int dateEnd = out.size();
        out.bytes(Names.SIGNATURE, NO_SIGNATURE);
        int payload = out.size();
        out.endHeaders(start);
        content.run();
        byte[] signature = signer.sign(date, out.view(headers, dateEnd), out.view(payload, out.size()));
        if (signature.length != NO_SIGNATURE.length) {
            throw new IllegalStateException("A signature of an event has " + NO_SIGNATURE.length + " bytes, not "
                    + signature.length);
        }
        out.overwrite(payload - signature.length, signature);
        out.end(start);
    }
}
