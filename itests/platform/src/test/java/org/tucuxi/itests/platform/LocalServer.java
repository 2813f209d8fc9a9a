package org.tucuxi.itests.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** A server on loopback that says, byte by byte, what a test needs to be said. */
final class LocalServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Reply reply;
    private final Predicate<String> wantsBody;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Says something; the connection is closed afterwards. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out, Socket connection) throws Exception;
    }

    /** What is said to the head of a request. */
    @FunctionalInterface
    private interface Reply {
        void write(String head, OutputStream out, Socket connection) throws Exception;
    }

    private LocalServer(Reply reply, Predicate<String> wantsBody) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.reply = reply;
        this.wantsBody = wantsBody;
    }

    static LocalServer start(Answer answer) throws IOException {
        return start((head, out, connection) -> answer.write(out, connection), head -> true);
    }

    /** Answers each request by its head. */
    static LocalServer answering(Function<String, String> answer) throws IOException {
        return answering(head -> true, answer);
    }

    /** Answers each request by its head; whoever asks before sending a body may be told to leave it. */
    static LocalServer answering(Predicate<String> wantsBody, Function<String, String> answer) throws IOException {
        return start((head, out, connection) -> out.write(answer.apply(head).getBytes(StandardCharsets.ISO_8859_1)),
                wantsBody);
    }

    private static LocalServer start(Reply reply, Predicate<String> wantsBody) throws IOException {
        LocalServer server = new LocalServer(reply, wantsBody);
        Thread thread = new Thread(server::accept, "local-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Answers each request with the same bytes. */
    static LocalServer saying(String response) throws IOException {
        return start((out, connection) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Takes requests and says nothing. */
    static LocalServer silent() throws IOException {
        return start((out, connection) -> {
            while (connection.getInputStream().read() >= 0) {
                Thread.onSpinWait();
            }
        });
    }

    static String response(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The heads of the requests so far. */
    List<String> requests() {
        return requests;
    }

    /** Connections that are open now. */
    long open() {
        return connections.stream().filter(connection -> !connection.isClosed()).count();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread thread = new Thread(() -> serve(connection), "local-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            // Not buffered: an answer may go on reading.
            InputStream in = connection.getInputStream();
            String head = head(in);
            if (!head.isEmpty()) {
                requests.add(head);
                OutputStream out = connection.getOutputStream();
                boolean asks = head.contains("\r\nExpect: 100-continue\r\n");
                if (asks && wantsBody.test(head)) {
                    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                }
                if (!asks || wantsBody.test(head)) {
                    in.readNBytes(length(head));
                }
                reply.write(head, out, connection);
                out.flush();
            }
        } catch (Exception e) {
            // A client that went away is what some tests are about.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (c == '\n' && head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static int length(String head) {
        for (String line : head.split("\r\n")) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                return Integer.parseInt(line.substring(15).trim());
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
