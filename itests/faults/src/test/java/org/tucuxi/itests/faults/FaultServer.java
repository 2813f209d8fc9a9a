package org.tucuxi.itests.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** A server on loopback that does with each attempt of a call what the call's script says. */
final class FaultServer implements AutoCloseable {

    /** The request header that names the call. */
    static final String CALL = "x-fault-call";

    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fault-server");
        thread.setDaemon(true);
        return thread;
    });

    FaultServer() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** One call's faults, and what its attempts said. */
    static final class Script {

        private final Target target;
        private final List<Fault> faults;
        private final Instant now;
        private final List<Request> requests = new ArrayList<>();

        private Script(Target target, List<Fault> faults, Instant now) {
            this.target = target;
            this.faults = faults;
            this.now = now;
        }

        private synchronized Fault next(Request request) {
            requests.add(request);
            return requests.size() <= faults.size() ? faults.get(requests.size() - 1) : Fault.NONE;
        }

        synchronized List<Request> requests() {
            return List.copyOf(requests);
        }
    }

    /** What the server saw of an attempt. */
    record Request(String head, long bodyCrc) {

        String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return null;
        }
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    Script expect(String call, Target target, List<Fault> faults, Instant now) {
        Script script = new Script(target, faults, now);
        scripts.put(call, script);
        return script;
    }

    void forget(String call) {
        scripts.remove(call);
    }

    /** How many connections are open. */
    int connections() {
        return open.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            boolean goesOn = true;
            while (goesOn) {
                Request request = read(in);
                if (request == null) {
                    return;
                }
                Script script = scripts.get(String.valueOf(request.header(CALL)));
                goesOn = script != null && answer(script, script.next(request), connection, in, out);
            }
        } catch (IOException e) {
            // The client went away, which is what some faults make it do.
        } finally {
            open.remove(connection);
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(512);
        int end = 0;
        while (end < 4) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.append((char) c);
            end = c == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : c == '\r' ? 1 : 0;
        }
        Request request = new Request(head.toString(), 0);
        String length = request.header("Content-Length");
        CRC32 crc = new CRC32();
        if (length != null) {
            crc.update(in.readNBytes(Integer.parseInt(length)));
        }
        return new Request(head.toString(), crc.getValue());
    }

    /** Whether the connection can be used for another request. */
    private static boolean answer(Script script, Fault fault, Socket connection, InputStream in, OutputStream out)
            throws IOException {
        Target target = script.target;
        byte[] good = Message.success(target);
        switch (fault.kind()) {
            case OK -> write(out, head(200, good.length, Message.headers(target, null)), good);
            case TRICKLE -> trickle(out, head(200, good.length, Message.headers(target, null)), good);
            case ANSWER -> {
                byte[] body = Message.error(target, fault.code());
                write(out, head(fault.status(), body.length, Message.headers(target, fault.code()) + extra(script, fault)), body);
            }
            case REDIRECT_LOOP -> write(out, head(fault.status(), 0, "Location: http://" + connection.getLocalAddress()
                    .getHostAddress() + ':' + connection.getLocalPort() + "/\r\n"), new byte[0]);
            case WRONG_CRC32 -> write(out, head(200, good.length, Message.headers(target, null)
                    + "x-amz-crc32: 12345\r\n"), good);
            case WRONG_CHECKSUM -> write(out, head(200, good.length, Message.headers(target, null)
                    + "x-amz-checksum-crc32: AAAAAA==\r\n"), good);
            case TRUNCATED_GZIP -> {
                byte[] half = truncatedGzip(good);
                write(out, head(200, half.length, Message.headers(target, null) + "Content-Encoding: gzip\r\n"), half);
            }
            default -> {
                breakOff(fault, target, good, connection, in, out);
                return false;
            }
        }
        return true;
    }

    private static void breakOff(Fault fault, Target target, byte[] good, Socket connection, InputStream in, OutputStream out)
            throws IOException {
        switch (fault.kind()) {
            case RESET -> connection.setSoLinger(true, 0);
            case CLOSE -> { }
            case RESET_IN_BODY -> {
                write(out, head(200, good.length + 100, Message.headers(target, null)), good);
                connection.setSoLinger(true, 0);
            }
            case SHORT_BODY -> write(out, head(200, good.length + 100, Message.headers(target, null)), good);
            case BAD_LENGTH -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: twelve\r\n\r\n", good);
            case GARBAGE -> write(out, "220 mail.invalid ESMTP\r\n\r\n", new byte[0]);
            case STALL -> {
                while (in.read() >= 0) {
                    Thread.onSpinWait();
                }
            }
            default -> throw new IllegalArgumentException(fault.toString());
        }
    }

    private static String extra(Script script, Fault fault) {
        return (fault.retryAfterMillis() == null ? "" : "x-amz-retry-after: " + fault.retryAfterMillis() + "\r\n")
                + (fault.retryAfter() == null ? "" : "Retry-After: " + fault.retryAfter() + "\r\n")
                + (fault.clock() == null ? "" : "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        script.now.plus(fault.clock()).atOffset(ZoneOffset.UTC)) + "\r\n");
    }

    private static String head(int status, int length, String more) {
        return "HTTP/1.1 " + status + " Whatever\r\n" + more + "Content-Length: " + length + "\r\n\r\n";
    }

    private static void write(OutputStream out, String head, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        all.writeTo(out);
        out.flush();
    }

    /** The head and the start of the body come byte for byte, each in a packet of its own. */
    private static void trickle(OutputStream out, String head, byte[] body) throws IOException {
        for (byte one : head.getBytes(StandardCharsets.ISO_8859_1)) {
            out.write(one);
            out.flush();
            Thread.yield();
        }
        for (byte one : body) {
            out.write(one);
        }
        out.flush();
    }

    private static byte[] truncatedGzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        byte[] all = packed.toByteArray();
        return java.util.Arrays.copyOf(all, all.length - 9);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "FaultServer(%s, %d connections)", url(), open.size());
    }
}
