package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server on this machine that answers every GET with the same bytes: the list of buckets for the path {@code /}, an object
 * of 1 KiB for others. It allocates nothing while it answers, so that what a profiler counts is the client's.
 */
final class Stub implements AutoCloseable {

    private static final String BUCKETS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListAllMyBucketsResult"
            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>bcaf1ffd86f461ca5fb16fd081034f</ID>"
            + "</Owner><Buckets>"
            + "<Bucket><Name>reports</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>"
            + "<Bucket><Name>pictures</Name><CreationDate>2026-02-01T00:00:00.000Z</CreationDate></Bucket>"
            + "</Buckets></ListAllMyBucketsResult>";
    private static final int OBJECT_BYTES = 1024;
    private static final int REQUEST_BYTES = 16 * 1024;
    /** Where the path ends when it is no more than {@code /}. */
    private static final int AFTER_ROOT = "GET /".length();

    private final ServerSocket server;
    private final byte[] buckets = answer("application/xml", BUCKETS.getBytes(StandardCharsets.UTF_8));
    private final byte[] object = answer("binary/octet-stream", new byte[OBJECT_BYTES]);

    private Stub(ServerSocket server) {
        this.server = server;
    }

    static Stub start() {
        try {
            Stub stub = new Stub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            daemon(stub::accept);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] answer(String type, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nx-amz-request-id: 4442587FB7D0A2F9\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
                + "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\n"
                + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\nServer: AmazonS3\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[head.length + body.length];
        System.arraycopy(head, 0, answer, 0, head.length);
        System.arraycopy(body, 0, answer, head.length, body.length);
        return answer;
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
        byte[] request = new byte[REQUEST_BYTES];
        try (socket; InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
            int size = 0;
            for (int read = in.read(request); read > 0; read = in.read(request, size, request.length - size)) {
                size += read;
                if (isWhole(request, size)) {
                    size = 0;
                    boolean isRoot = request[AFTER_ROOT] == ' ' || request[AFTER_ROOT] == '?';
                    out.write(isRoot ? buckets : object);
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    /** A GET ends with an empty line. */
    private static boolean isWhole(byte[] request, int size) {
        return size >= 4 && request[size - 1] == '\n' && request[size - 2] == '\r' && request[size - 3] == '\n'
                && request[size - 4] == '\r';
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
