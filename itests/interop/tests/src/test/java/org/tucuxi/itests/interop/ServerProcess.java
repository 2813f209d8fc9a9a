package org.tucuxi.itests.interop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, on a free port of the loopback interface. It ends with its standard input. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "listening on ";

    private final Process process;
    private final int port;
    private final String scheme;
    /** Reads what the server prints, so that it never waits for a reader. */
    private final Thread output;

    private ServerProcess(String scheme, Process process, int port, BufferedReader out) {
        this.scheme = scheme;
        this.process = process;
        this.port = port;
        this.output = new Thread(() -> out.lines().forEach(line -> { }), "server-output");
        this.output.setDaemon(true);
        this.output.start();
    }

    /** moto in the Python that {@code -Dmoto.python} names. */
    static ServerProcess moto() {
        return moto("http");
    }

    /** moto over TLS, with a certificate that nobody knows. */
    static ServerProcess motoWithTls() {
        return moto("https", "tls");
    }

    private static ServerProcess moto(String scheme, String... arguments) {
        String python = System.getProperty("moto.python", "");
        if (python.isEmpty()) {
            throw new IllegalStateException("Say where moto is: -Dmoto.python=VENV/bin/python; itests/interop/README.md"
                    + " tells how to make one");
        }
        try {
            Path script = Path.of(ServerProcess.class.getResource("/moto_server.py").toURI());
            return start(scheme, new File("."), Stream.concat(Stream.of(python, script.toString()),
                    Stream.of(arguments)).toArray(String[]::new));
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static ServerProcess dynamoDb() {
        return java("dynamodb", "DynamoServer.java");
    }

    static ServerProcess elasticMq() {
        return java("elasticmq", "QueueServer.java");
    }

    private static ServerProcess java(String folder, String source) {
        File place = new File(System.getProperty("servers.folder"), folder);
        return start("http", place, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", "target/lib/*", "-Djava.library.path=target/lib", source);
    }

    private static ServerProcess start(String scheme, File place, String... command) {
        try {
            Path log = Files.createTempFile("server", ".log");
            Process process = new ProcessBuilder(List.of(command)).directory(place).redirectError(log.toFile()).start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    Files.delete(log);
                    return new ServerProcess(scheme, process, Integer.parseInt(line.substring(READY.length()).trim()), out);
                }
            }
            String errors = Files.readString(log);
            Files.delete(log);
            throw new IllegalStateException(List.of(command) + " ended before it was ready: " + errors);
        } catch (IOException e) {
            throw new IllegalStateException(List.of(command) + " does not start", e);
        }
    }

    String url() {
        return scheme + "://127.0.0.1:" + port;
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        output.join(10_000);
    }
}
