package org.tucuxi.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that says exactly what a test tells it to, byte for byte. */
final class RawServer implements AutoCloseable {

    /** What a server does with one connection. */
    interface Script {
        void run(Connection connection) throws Exception;
    }

    /** One accepted connection. */
    static final class Connection {
        private final Socket socket;
        final InputStream in;
        final OutputStream out;
        /** 1 for the first connection of the server. */
        final int number;

        Connection(Socket socket, int number) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
            this.number = number;
        }

        /** Reads up to the empty line; an empty text at the end of the stream. */
        String readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int matched = 0;
            while (matched < 4) {
                int b = in.read();
                if (b < 0) {
                    return "";
                }
                head.write(b);
                matched = b == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : 0;
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        byte[] readBody(int length) throws IOException {
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("body cut after " + body.length);
            }
            return body;
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void ok(String body) throws IOException {
            write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        void close() throws IOException {
            socket.close();
        }

        /** Closes so that the other side gets a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    final AtomicInteger connections = new AtomicInteger();
    final List<String> heads = new CopyOnWriteArrayList<>();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();

    RawServer(Script script) throws IOException {
        this(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), script);
    }

    RawServer(ServerSocket server, Script script) {
        this.script = script;
        this.server = server;
        daemon(this::accept, "raw-server");
    }

    /** A server that answers each request of a connection, in turn, after its head was read. */
    static RawServer answering(Script answer) throws IOException {
        return answering(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), answer);
    }

    static RawServer answering(ServerSocket server, Script answer) {
        RawServer[] self = new RawServer[1];
        self[0] = new RawServer(server, connection -> {
            for (String head = connection.readHead(); !head.isEmpty(); head = connection.readHead()) {
                self[0].heads.add(head);
                answer.run(connection);
            }
        });
        return self[0];
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                daemon(() -> serve(socket, number), "raw-server-" + number);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            // Otherwise the end of a long answer waits for the other side's delayed acknowledgement.
            socket.setTcpNoDelay(true);
            script.run(new Connection(socket, number));
        } catch (Throwable e) {
            if (closing.getCount() > 0) {
                errors.add(e);
            }
        } finally {
            open.remove(socket);
        }
    }

    /** Keeps a connection open and silent until the test ends. */
    void stayUntilClosed() throws InterruptedException {
        closing.await();
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int openConnections() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
