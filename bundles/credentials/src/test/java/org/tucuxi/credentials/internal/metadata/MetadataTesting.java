package org.tucuxi.credentials.internal.metadata;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.internal.RefreshAt;
import org.tucuxi.credentials.internal.metadata.LocalServer.Reply;
import org.tucuxi.credentials.testing.MovingClock;
import org.tucuxi.transport.JettyTransport;

/** The real transport, and a server and a clock for each test. */
abstract class MetadataTesting {

    static final String TOKEN = "PUT /latest/api/token";
    static final String ROLES = "GET /latest/meta-data/iam/security-credentials/";
    static final String KEYS = "GET /latest/meta-data/iam/security-credentials/web-role";
    static final String ZONE = "GET /latest/meta-data/placement/availability-zone/";
    static final String TOKEN_HEADER = "x-aws-ec2-metadata-token";
    static final String SECRET = "s3cr3t";

    static JettyTransport transport;

    final LocalServer server = new LocalServer();
    final MovingClock clock = new MovingClock();
    final CredentialRefresh refresh = RefreshAt.clock(clock);
    final Settings settings = new Settings().set("ec2_metadata_service_endpoint", server.url());

    @BeforeAll
    static void startTransport() {
        transport = new JettyTransport();
    }

    @AfterAll
    static void stopTransport() {
        transport.deactivate();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    Instant in(int minutes) {
        return clock.instant().plusSeconds(60L * minutes);
    }

    /** An instance as it should be: tokens of its own, and a role whose keys it gives to who has the newest token. */
    void behavesLikeAnInstance(Reply... keys) {
        AtomicInteger tokens = new AtomicInteger();
        server.on(TOKEN, request -> Reply.ok("token-" + tokens.incrementAndGet() + "=="));
        server.on(ROLES, withToken(tokens, Reply.ok("web-role")));
        AtomicInteger asked = new AtomicInteger();
        server.on(KEYS, request -> withToken(tokens,
                keys[Math.min(asked.getAndIncrement(), keys.length - 1)]).answer(request));
        server.on(ZONE, withToken(tokens, Reply.ok("eu-west-1a")));
    }

    private static LocalServer.Answering withToken(AtomicInteger tokens, Reply reply) {
        return request -> ("token-" + tokens.get() + "==").equals(request.header(TOKEN_HEADER)) ? reply
                : Reply.of(401, "");
    }

    /** An instance that never heard of tokens. */
    void behavesLikeVersion1(Reply keys) {
        server.on(ROLES, Reply.ok("web-role"));
        server.on(KEYS, keys);
    }

    static Reply keys(String accessKey, Object expiration) {
        return Reply.ok(json(accessKey, expiration));
    }

    static String json(String accessKey, Object expiration) {
        return "{\"Code\": \"Success\", \"Type\": \"AWS-HMAC\", \"AccessKeyId\": \"" + accessKey
                + "\", \"SecretAccessKey\": \"" + SECRET + "\", \"Token\": \"t0k3n\", \"Expiration\": \"" + expiration
                + "\", \"AccountId\": \"123456789012\"}";
    }

    static FrozenCredentials frozen(String accessKey, String accountId) {
        return new FrozenCredentials(accessKey, SECRET, "t0k3n", accountId);
    }
}
