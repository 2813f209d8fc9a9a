package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

/** A server on this machine that takes objects of any size and gives one of a certain size, with its checksum. */
final class BulkStub implements AutoCloseable {

    private static final int PIECE = 256 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;

    private final ServerSocket server;
    private final long size;
    private final byte[] head;
    private final byte[] piece = new byte[PIECE];

    private BulkStub(ServerSocket server, long size) {
        this.server = server;
        this.size = size;
        CRC32 crc = new CRC32();
        for (long sent = 0; sent < size; sent += PIECE) {
            crc.update(piece, 0, (int) Math.min(PIECE, size - sent));
        }
        int sum = (int) crc.getValue();
        byte[] bytes = {(byte) (sum >> 24), (byte) (sum >> 16), (byte) (sum >> 8), (byte) sum};
        this.head = ascii("HTTP/1.1 200 OK\r\nContent-Type: binary/octet-stream\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\n"
                + "x-amz-checksum-crc32: " + Base64.getEncoder().encodeToString(bytes) + "\r\nContent-Length: " + size
                + "\r\n\r\n");
    }

    static BulkStub start(long size) {
        try {
            BulkStub stub = new BulkStub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), size);
            daemon(stub::accept);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "bulk-stub");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the end.
        }
    }

    private void serve(Socket socket) {
        byte[] buffer = new byte[PIECE];
        try (socket; InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
            for (String request = head(in); request != null; request = head(in)) {
                String lower = request.toLowerCase(Locale.ROOT);
                if (lower.contains("\r\nexpect: 100-continue")) {
                    out.write(ascii("HTTP/1.1 100 Continue\r\n\r\n"));
                }
                if (request.startsWith("GET")) {
                    give(out);
                } else {
                    take(in, lower, buffer);
                    out.write(ascii("HTTP/1.1 200 OK\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\nContent-Length: 0\r\n\r\n"));
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private void give(OutputStream out) throws IOException {
        out.write(head);
        for (long sent = 0; sent < size; sent += PIECE) {
            out.write(piece, 0, (int) Math.min(PIECE, size - sent));
        }
    }

    private static void take(InputStream in, String head, byte[] buffer) throws IOException {
        int at = head.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            int from = at + "\r\ncontent-length:".length();
            skip(in, Long.parseLong(head.substring(from, head.indexOf('\r', from)).trim()), buffer);
            return;
        }
        while (true) {
            long chunk = Long.parseLong(line(in), 16);
            skip(in, chunk, buffer);
            line(in);
            if (chunk == 0) {
                return;
            }
        }
    }

    private static void skip(InputStream in, long count, byte[] buffer) throws IOException {
        for (long left = count; left > 0;) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the body ends early");
            }
            left -= read;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("a line ends early");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** The lines up to the empty one; null at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.append((char) c);
            int length = head.length();
            if (c == '\n' && length >= 4 && head.charAt(length - 3) == '\n') {
                return head.toString();
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
