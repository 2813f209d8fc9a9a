package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;

/** Buckets of other regions, and directory buckets with their sessions, against a server that looks at signatures. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class S3RedirectIT {

    private static final Map<String, Object> OBJECT = Map.of("Bucket", "my-bucket", "Key", "k");
    private static final Map<String, Object> EXPRESS = Map.of("Bucket", "x--usw2-az1--x-s3", "Key", "k");

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private LocalServer server;

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** An S3 that answers by the head of a request. */
    private Client client(Lab lab, Map<String, Object> s3, Function<String, String> answer) throws IOException {
        return client(lab, s3, head -> true, answer);
    }

    private Client client(Lab lab, Map<String, Object> s3, Predicate<String> wantsBody, Function<String, String> answer)
            throws IOException {
        server = LocalServer.answering(wantsBody, head -> {
            heads.add(head);
            return answer.apply(head);
        });
        return lab.session().client("s3", ClientConfig.builder().regionName("us-west-2").endpointUrl(server.url())
                .requestChecksumCalculation("when_required").s3(s3).build());
    }

    /** A bucket in eu-west-1: whoever signs for another region is told so. */
    private Client clientOf(Lab lab, String elsewhere) throws IOException {
        return client(lab, Map.of(), head -> head.contains("/eu-west-1/s3/aws4_request")
                ? LocalServer.response("200 OK", "<R/>") : elsewhere);
    }

    private static String answer(String status, String headers, String body) {
        return LocalServer.response(status, body).replace("\r\n\r\n", "\r\n" + headers + "\r\n");
    }

    private List<String> sent() {
        return heads.stream().map(head -> head.substring(0, head.indexOf(" HTTP/"))
                + head.replaceAll("(?s).*Credential=(\\w+)/\\d+/(.*?)/aws4_request.*", " $1 $2")).toList();
    }

    private static String signed(String line, String scope) {
        return line + ' ' + Lab.ACCESS_KEY + ' ' + scope;
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 Moved Permanently", "302 Found", "307 Temporary Redirect"})
    void aRedirectedCallGoesToTheRegionOfTheBucketAndLaterOnesGoThereAtOnce(String status, Lab lab) throws IOException {
        Client client = clientOf(lab, answer(status, "x-amz-bucket-region: eu-west-1\r\n", "<R/>"));

        Map<String, Object> result = client.call("ListObjectsV2", Map.of("Bucket", "my-bucket"));
        client.call("ListObjectsV2", Map.of("Bucket", "my-bucket"));

        String line = "GET /my-bucket?list-type=2&encoding-type=url";
        assertThat(sent()).containsExactly(signed(line, "us-west-2/s3"), signed(line, "eu-west-1/s3"),
                signed(line, "eu-west-1/s3"));
        assertThat(result.get("ResponseMetadata")).asString().contains("RetryAttempts=1");
    }

    @Test
    void anErrorNamesTheRegionToo(Lab lab) throws IOException {
        Client client = clientOf(lab, LocalServer.response("400 Bad Request",
                "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>"));

        client.call("DeleteObject", OBJECT);

        assertThat(sent()).containsExactly(signed("DELETE /my-bucket/k", "us-west-2/s3"),
                signed("DELETE /my-bucket/k", "eu-west-1/s3"));
    }

    @Test
    void anUploadThatIsRedirectedIsSentOnce(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), head -> head.contains("/eu-west-1/"), head -> head.contains("/eu-west-1/")
                ? LocalServer.response("200 OK", "") : answer("307 Temporary Redirect",
                        "x-amz-bucket-region: eu-west-1\r\n", ""));

        client.call("PutObject", Map.of("Bucket", "my-bucket", "Key", "k", "Body", "content"));

        assertThat(sent()).containsExactly(signed("PUT /my-bucket/k", "us-west-2/s3"),
                signed("PUT /my-bucket/k", "eu-west-1/s3"));
        assertThat(heads).allSatisfy(head -> assertThat(head).contains("Expect: 100-continue", "Content-Length: 7\r\n"));
    }

    @Test
    void aRedirectIsNoRetry(Lab lab) throws IOException {
        server = LocalServer.answering(head -> head.contains("/eu-west-1/") ? LocalServer.response("200 OK", "")
                : answer("301 Moved Permanently", "x-amz-bucket-region: eu-west-1\r\n", ""));
        for (String mode : List.of("legacy", "standard", "adaptive")) {
            Client client = lab.session().client("s3", ClientConfig.builder().regionName("us-west-2")
                    .endpointUrl(server.url()).retries(Map.of("mode", mode, "total_max_attempts", 1)).build());

            assertThat(client.call("DeleteObject", OBJECT).get("ResponseMetadata")).as(mode).asString()
                    .contains("HTTPStatusCode=200");
        }
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void aRegionThatNobodyNamesIsAskedFor(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), head -> answer(
                head.contains("/eu-west-1/s3/") ? "200 OK" : "301 Moved Permanently",
                head.startsWith("HEAD") ? "x-amz-bucket-region: eu-west-1\r\n" : "", ""));

        client.call("GetObject", OBJECT);

        assertThat(sent()).containsExactly(signed("GET /my-bucket/k", "us-west-2/s3"),
                signed("HEAD /my-bucket", "us-west-2/s3"), signed("HEAD /my-bucket", "eu-west-1/s3"),
                signed("GET /my-bucket/k", "eu-west-1/s3"));
    }

    @Test
    void aServerThatAlwaysRedirectsIsAskedTwice(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), head -> answer("301 Moved Permanently",
                "x-amz-bucket-region: eu-west-1\r\n", "<Error><Code>PermanentRedirect</Code></Error>"));

        assertThatThrownBy(() -> client.call("GetObject", OBJECT)).isInstanceOf(ClientException.class)
                .hasMessageContaining("PermanentRedirect");

        assertThat(heads).hasSize(2);
    }

    @Test
    void aServerThatDoesNotSayWhereIsAskedForTheRegionOnce(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), head -> LocalServer.response("301 Moved Permanently", ""));

        assertThatThrownBy(() -> client.call("GetObject", OBJECT)).isInstanceOf(ClientException.class);

        assertThat(sent()).containsExactly(signed("GET /my-bucket/k", "us-west-2/s3"),
                signed("HEAD /my-bucket", "us-west-2/s3"));
    }

    @Test
    void aStoppedBundleForgetsWhereBucketsAre(Lab lab) throws Exception {
        Client client = clientOf(lab, answer("307 Temporary Redirect", "x-amz-bucket-region: eu-west-1\r\n", ""));
        client.call("DeleteObject", OBJECT);

        Bundle bundle = List.of(lab.platform().context().getBundles()).stream()
                .filter(one -> "org.tucuxi.services.s3".equals(one.getSymbolicName())).findFirst().orElseThrow();
        bundle.stop();
        bundle.start();
        client.call("DeleteObject", OBJECT);

        assertThat(sent()).containsExactly(signed("DELETE /my-bucket/k", "us-west-2/s3"),
                signed("DELETE /my-bucket/k", "eu-west-1/s3"), signed("DELETE /my-bucket/k", "us-west-2/s3"),
                signed("DELETE /my-bucket/k", "eu-west-1/s3"));
    }

    /** Makes sessions whose names count up, good for so many seconds; other requests are answered by nothing. */
    private Function<String, String> sessions(int seconds) {
        return head -> head.contains("?session ") ? LocalServer.response("200 OK", "<CreateSessionResult><Credentials>"
                + "<SessionToken>token" + heads.size() + "</SessionToken><SecretAccessKey>secret</SecretAccessKey>"
                + "<AccessKeyId>AKID" + heads.size() + "</AccessKeyId><Expiration>"
                + Instant.now().plusSeconds(seconds) + "</Expiration></Credentials></CreateSessionResult>")
                : LocalServer.response("200 OK", "");
    }

    @Test
    void aDirectoryBucketIsSignedForByItsSession(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), sessions(300));

        client.call("GetObject", EXPRESS);
        client.call("DeleteObject", EXPRESS);

        assertThat(sent()).containsExactly(
                signed("GET /x--usw2-az1--x-s3?session", "us-west-2/s3express"),
                "GET /x--usw2-az1--x-s3/k AKID1 us-west-2/s3express",
                "DELETE /x--usw2-az1--x-s3/k AKID1 us-west-2/s3express");
        assertThat(heads.get(0)).containsIgnoringCase("x-amz-security-token: ").doesNotContainIgnoringCase("s3session");
        assertThat(heads.get(1)).containsIgnoringCase("x-amz-s3session-token: token1\r\n")
                .doesNotContainIgnoringCase("x-amz-security-token");
        assertThat(heads.get(1)).containsPattern("SignedHeaders=[^,]*x-amz-s3session-token");
    }

    @Test
    void aSessionThatEndsIsMadeAnew(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), sessions(30));

        client.call("GetObject", EXPRESS);
        client.call("GetObject", EXPRESS);

        assertThat(sent()).extracting(line -> line.split(" ")[2])
                .containsExactly(Lab.ACCESS_KEY, "AKID1", Lab.ACCESS_KEY, "AKID3");
    }

    @Test
    void withoutSessionsTheClientsOwnCredentialsSign(Lab lab) throws IOException {
        Client client = client(lab, Map.of("disable_s3_express_session_auth", true), sessions(300));

        client.call("GetObject", EXPRESS);

        assertThat(sent()).containsExactly(signed("GET /x--usw2-az1--x-s3/k", "us-west-2/s3express"));
    }

    @Test
    void aSessionThatIsRefusedFailsTheCall(Lab lab) throws IOException {
        Client client = client(lab, Map.of(), head -> LocalServer.response("403 Forbidden",
                "<Error><Code>AccessDenied</Code></Error>"));

        assertThatThrownBy(() -> client.call("GetObject", EXPRESS)).isInstanceOf(ClientException.class)
                .hasMessageContaining("AccessDenied").hasMessageContaining("CreateSession");

        assertThat(heads).hasSize(1);
    }

    @Test
    void manyCallsAtOnceMakeOneSession(Lab lab) throws Exception {
        Client client = client(lab, Map.of(), sessions(300));

        List<CompletableFuture<Map<String, Object>>> calls = IntStream.range(0, 20)
                .mapToObj(i -> client.callAsync("HeadObject", EXPRESS)).toList();
        CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0])).get(20, TimeUnit.SECONDS);

        assertThat(sent().stream().filter(line -> line.contains("?session "))).hasSize(1);
        assertThat(sent()).hasSize(21);
    }

    @Test
    void aClosedClientIsHeldByNobody(Lab lab) throws IOException {
        Function<String, String> sessions = sessions(300);
        Client client = client(lab, Map.of(), head -> head.contains("x-s3") || head.contains("/eu-west-1/")
                ? sessions.apply(head) : answer("307 Temporary Redirect", "x-amz-bucket-region: eu-west-1\r\n", ""));
        client.call("GetObject", EXPRESS);
        client.call("DeleteObject", OBJECT);
        client.close();
        WeakReference<Client> reference = new WeakReference<>(client);
        client = null;

        Platform.await("the client is gone", () -> {
            System.gc();
            return reference.get() == null;
        });
    }
}
