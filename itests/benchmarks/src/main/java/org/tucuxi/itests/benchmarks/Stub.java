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
 * A server on this machine that answers every request with the same bytes; by default, the list of buckets for the path
 * {@code /} and an object of 1 KiB for others. It allocates nothing while it answers, so that what a profiler counts is
 * the client's.
 */
final class Stub implements AutoCloseable {

    private static final String BUCKETS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListAllMyBucketsResult"
            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>bcaf1ffd86f461ca5fb16fd081034f</ID>"
            + "</Owner><Buckets>"
            + "<Bucket><Name>reports</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>"
            + "<Bucket><Name>pictures</Name><CreationDate>2026-02-01T00:00:00.000Z</CreationDate></Bucket>"
            + "</Buckets></ListAllMyBucketsResult>";
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXPECT = "expect:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int OBJECT_BYTES = 1024;
    private static final int REQUEST_BYTES = 16 * 1024;
    /** Where the path ends when it is no more than {@code /}. */
    private static final int AFTER_ROOT = "GET /".length();

    private final ServerSocket server;
    private final byte[] root;
    private final byte[] others;

    private Stub(ServerSocket server, byte[] root, byte[] others) {
        this.server = server;
        this.root = root;
        this.others = others;
    }

    static Stub start() {
        return start(answer("application/xml", BUCKETS.getBytes(StandardCharsets.UTF_8)),
                answer("binary/octet-stream", new byte[OBJECT_BYTES]));
    }

    /** Starts a server that gives the same answer to everything. */
    static Stub start(Answer answer) {
        byte[] bytes = answer(answer.type(), answer.body());
        return start(bytes, bytes);
    }

    private static Stub start(byte[] root, byte[] others) {
        try {
            Stub stub = new Stub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), root, others);
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
        byte[] head = ("HTTP/1.1 200 OK\r\n" + (type.contains("cbor") ? "smithy-protocol: rpc-v2-cbor\r\n" : "")
                + "x-amz-request-id: 4442587FB7D0A2F9\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
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
                if (waitsForContinue(request, size)) {
                    out.write(CONTINUE);
                } else if (isWhole(request, size)) {
                    size = 0;
                    boolean isRoot = request[AFTER_ROOT] == ' ' || request[AFTER_ROOT] == '?';
                    out.write(isRoot ? root : others);
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    /** Whether the head has just ended, and the client holds the body back until it is asked for. */
    private static boolean waitsForContinue(byte[] request, int size) {
        if (size < 4 || request[size - 1] != '\n' || request[size - 3] != '\n') {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (request[i] == '\n' && startsWith(request, i + 1, size, EXPECT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the empty line has come, and after it as many bytes as a header has promised. */
    private static boolean isWhole(byte[] request, int size) {
        int length = 0;
        for (int i = 0; i + 3 < size; i++) {
            if (request[i] == '\r' && request[i + 2] == '\r' && request[i + 3] == '\n') {
                return size == i + 4 + length;
            }
            if (request[i] == '\n' && startsWith(request, i + 1, size, LENGTH)) {
                length = number(request, i + 1 + LENGTH.length);
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] request, int from, int size, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (from + i >= size || (request[from + i] | 0x20) != (name[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] request, int from) {
        int number = 0;
        for (int i = from; request[i] != '\r'; i++) {
            number = request[i] == ' ' ? number : number * 10 + request[i] - '0';
        }
        return number;
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
