package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.eventstream.EventQueue;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.launcher.Tucuxi;

/** A conversation with Lex: events in both directions over one stream of HTTP/2, signed, by the service's own model. */
@Timeout(60)
class DuplexIT {

    @Test
    void eachQuestionIsAnsweredBeforeTheNextIsAsked() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HTTP2CServerConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Lex());
        server.start();
        try (Tucuxi tucuxi = Tucuxi.start();
                Session session = tucuxi.sessionFactory().builder().region("us-east-1").dataPath(BotocoreData.folder())
                        .credentials(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")).build();
                Client lex = session.client("lexv2-runtime", ClientConfig.builder()
                        .endpointUrl("http://127.0.0.1:" + connector.getLocalPort()).build());
                EventQueue questions = new EventQueue()) {
            Map<String, Object> result = lex.call("StartConversation", Map.of("botId", "DOLPHINBOT", "botAliasId", "TSTALIASID",
                    "localeId", "en_GB", "sessionId", "session", "conversationMode", "TEXT",
                    "requestEventStream", questions));
            EventStream stream = (EventStream) result.get("responseEventStream");
            Iterator<Map<String, Object>> answers = stream.iterator();

            for (String word : List.of("one", "two", "three")) {
                questions.send(Map.of("TextInputEvent", Map.of("text", word)));
                assertThat(answers.next()).isEqualTo(Map.of("TranscriptEvent", Map.of("transcript", word + "!")));
            }
            questions.close();
            assertThat(answers.hasNext()).isFalse();
        } finally {
            server.stop();
        }
    }

    /** Answers each text with itself. */
    private static final class Lex extends Handler.Abstract {

        private final ObjectMapper mapper = new ObjectMapper();

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (!request.getHeaders().get("x-amz-content-sha256").equals("STREAMING-AWS4-HMAC-SHA256-EVENTS")) {
                Response.writeError(request, response, callback, 403);
                return true;
            }
            response.getHeaders().put("Content-Type", "application/vnd.amazon.eventstream");
            try (InputStream in = Content.Source.asInputStream(request);
                    OutputStream out = Content.Sink.asOutputStream(response)) {
                out.flush();
                for (Frames signed = read(in); signed != null && signed.payload().length > 0; signed = read(in)) {
                    Frames question = Frames.decode(signed.payload()).get(0);
                    String text = mapper.readTree(question.payload()).get("text").asText();
                    out.write(Frames.encode(Map.of(":message-type", "event", ":event-type", "TranscriptEvent"),
                            mapper.writeValueAsBytes(Map.of("transcript", text + "!"))));
                    out.flush();
                }
            }
            callback.succeeded();
            return true;
        }

        /** The next frame, or null at the end. */
        private static Frames read(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            int length;
            try {
                length = in.readInt();
            } catch (EOFException e) {
                return null;
            }
            byte[] frame = ByteBuffer.allocate(length).putInt(length).array();
            in.readFully(frame, 4, length - 4);
            return Frames.decode(frame).get(0);
        }
    }
}
