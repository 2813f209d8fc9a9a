package org.tucuxi.http;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

/** The kinds of body that {@link HttpBody} makes. */
final class Bodies {

    private Bodies() {
    }

    record InMemory(byte[] bytes, boolean isStream) implements HttpBody {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    record File(Path path) implements HttpBody {

        @Override
        public long length() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the body " + path, e);
            }
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream open() throws IOException {
            return new FileStream(FileChannel.open(path, StandardOpenOption.READ));
        }
    }

    /** A file to be read as a stream or, by whoever has a buffer outside of the heap, as a channel; owns the channel. */
    private static final class FileStream extends InputStream implements ReadableByteChannel {
        private final FileChannel channel;

        FileStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return length == 0 ? 0 : read(ByteBuffer.wrap(buffer, offset, length));
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            try {
                return channel.read(buffer);
            } catch (ClosedByInterruptException e) {
                throw (IOException) new InterruptedIOException("Interrupted while reading a file").initCause(e);
            }
        }

        @Override
        public long skip(long count) throws IOException {
            long position = channel.position();
            long target = Math.max(position, Math.min(channel.size(), position + Math.max(0, count)));
            channel.position(target);
            return target - position;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.max(0, Math.min(Integer.MAX_VALUE, channel.size() - channel.position()));
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A file stream: from its position at the start of the call to its end. */
    static final class Seekable implements HttpBody {
        private final FileInputStream stream;
        private final long start;

        Seekable(FileInputStream stream) {
            this.stream = stream;
            try {
                this.start = stream.getChannel().position();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot tell the position of the body stream", e);
            }
        }

        @Override
        public long length() {
            try {
                FileChannel channel = stream.getChannel();
                return Math.max(0, channel.size() - start);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot tell the length of the body stream", e);
            }
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream open() throws IOException {
            stream.getChannel().position(start);
            return new Unclosed(stream);
        }
    }

    /** A stream in memory: from its position at the start of the call to its end. */
    record Marked(ByteArrayInputStream stream) implements HttpBody {

        @Override
        public long length() {
            stream.reset();
            return stream.available();
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream open() {
            stream.reset();
            return new Unclosed(stream);
        }
    }

    /** A stream that can be read once. */
    static final class OneWay implements HttpBody {
        private final InputStream stream;
        private final long length;
        private final AtomicBoolean opened = new AtomicBoolean();

        OneWay(InputStream stream, long length) {
            this.stream = stream;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public InputStream open() {
            if (!opened.compareAndSet(false, true)) {
                throw new UnseekableStreamException("Need to rewind the body stream (" + stream.getClass().getName()
                        + "), but it cannot be read twice: pass a byte[], a Path, a FileInputStream or an HttpBody that is"
                        + " repeatable");
            }
            return new Unclosed(stream);
        }
    }

    /** The user's stream stays open: whoever opened it closes it. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            return in.read(b, off, len);
        }

        @Override
        public void close() {
            // not ours
        }
    }
}
