import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** Starts ElasticMQ on a free port, tells the port, and ends with its standard input. */
class QueueServer {

    public static void main(String[] arguments) throws Exception {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        System.out.println("listening on " + server.waitUntilStarted().localAddress().getPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }
}
