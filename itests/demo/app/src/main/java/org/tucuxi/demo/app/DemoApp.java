package org.tucuxi.demo.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.itests.servers.S3Server;
import org.tucuxi.launcher.Tucuxi;

/** Runs the demo against S3Proxy, and prints what happens. Its output is the same each time. */
public final class DemoApp {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path handlers;
    private final Path fault;
    private final Path deploy;
    private EmitterFactory emitters;

    private DemoApp(Path handlers, Path fault, Path deploy) {
        this.handlers = handlers;
        this.fault = fault;
        this.deploy = deploy;
    }

    /**
     * Runs the demo.
     *
     * @param arguments the jar of the handlers' bundle, the jar of the fault's bundle
     * @throws Exception when a server or the platform does not start
     */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("tucuxi-demo");
        try {
            new DemoApp(Path.of(arguments[0]), Path.of(arguments[1]), Files.createDirectory(work.resolve("deploy"))).run();
        } finally {
            delete(work);
        }
    }

    private void run() throws Exception {
        try (S3Server server = S3Server.start(); Tucuxi tucuxi = Tucuxi.builder().deploy(deploy).start();
                Session session = session(tucuxi)) {
            emitters = service(tucuxi);
            Client client = session.client("s3", ClientConfig.builder().endpointUrl(server.endpointUrl()).build());
            client.call("CreateBucket", Map.of("Bucket", "my-default-bucket"));
            S3Interface s3 = new S3Interface(client);
            steps(s3, new S3Interface(session.client("s3", nobodyListens())));
        }
    }

    private void steps(S3Interface s3, S3Interface unreachable) throws IOException {
        title("1. Without handlers");
        s3.listBuckets();
        s3.listObjects(null);
        s3.putObject("my-default-bucket", "example.txt", "Hello, world!");

        title("2. The handlers' bundle is dropped into deploy/");
        Path deployed = drop(handlers, 5);
        s3.listBuckets();
        s3.listObjects(null);

        title("3. A bundle is dropped in whose handler makes the next request fail");
        Path faulty = drop(fault, 6);
        s3.listBuckets();
        remove(faulty, 5);

        title("4. A call that fails: nobody listens at the endpoint");
        unreachable.listBuckets();

        title("5. The handlers' bundle is removed from deploy/");
        remove(deployed, 0);
        s3.listBuckets();
        s3.listObjects(null);
        unreachable.listBuckets();
    }

    private static void title(String text) {
        System.out.println();
        System.out.println("== " + text);
    }

    private static Session session(Tucuxi tucuxi) {
        tucuxi.session();
        return tucuxi.sessionFactory().builder().name("demo").region("us-east-1")
                .credentials(Credentials.of(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)).build();
    }

    private static ClientConfig nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return ClientConfig.builder().endpointUrl("http://127.0.0.1:" + port).retries(Map.of("total_max_attempts", 1))
                .connectTimeout(Duration.ofSeconds(5)).build();
    }

    private static EmitterFactory service(Tucuxi tucuxi) {
        var reference = tucuxi.bundleContext().getServiceReference(EmitterFactory.class);
        return tucuxi.bundleContext().getService(reference);
    }

    private Path drop(Path jar, int handlersBoundThen) throws IOException {
        Path target = deploy.resolve(jar.getFileName());
        // Written beside and moved, so that the watcher never sees half a jar.
        Path part = Files.copy(jar, deploy.resolveSibling(jar.getFileName() + ".part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        await(handlersBoundThen);
        return target;
    }

    private void remove(Path jar, int handlersBoundThen) throws IOException {
        Files.delete(jar);
        await(handlersBoundThen);
    }

    private void await(int bound) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (demoHandlers() != bound) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Expected " + bound + " handlers of the demo, and there are " + demoHandlers()
                        + ": " + emitters.handlers());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private long demoHandlers() {
        return emitters.handlers().stream()
                .filter(handler -> handler.bundle().startsWith("org.tucuxi.demo.") && handler.isBound()).count();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
