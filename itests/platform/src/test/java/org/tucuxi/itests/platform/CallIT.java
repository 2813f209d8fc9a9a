package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.ProvideClientParams;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.event.ResponseReceived;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.http.UnseekableStreamException;
import org.tucuxi.signing.Signer;

/** What handlers can do to a call, and what the caller gets. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class CallIT {

    private static String body(HttpRequest request) {
        return new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void allThreeFormsOfANameMeanTheSameOperation(Lab lab) {
        Wire wire = Wire.ok();
        Client s3 = lab.client("s3", wire);

        s3.call("ListObjectsV2", Map.of("Bucket", "bucket-one"));
        s3.call("list_objects_v2", Map.of("Bucket", "bucket-one"));
        s3.call("listObjectsV2", Map.of("Bucket", "bucket-one"));

        assertThat(wire.requests()).extracting(HttpRequest::url).hasSize(3).containsOnly(wire.last().url());
    }

    @Test
    void theCallersMapIsNeitherChangedNorKept(Lab lab) {
        Map<String, Object> params = new HashMap<>(Map.of("Text", "hello"));

        lab.client(Wire.ok()).call("Echo", params);

        assertThat(params).containsExactly(Map.entry("Text", "hello"));
    }

    @Test
    void idempotencyTokensAreAddedUnlessGiven(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);

        client.call("Echo");
        client.call("Echo", Map.of("Token", "mine"));

        assertThat(body(wire.requests().get(0)))
                .containsPattern("<Token>[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</Token>");
        assertThat(body(wire.requests().get(1))).contains("<Token>mine</Token>");
    }

    @Test
    void provideClientParamsReplacesTheParametersByTheFirstAnswer(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);
        EventHandler<ProvideClientParams, Map<String, Object>> none = event -> null;
        EventHandler<ProvideClientParams, Map<String, Object>> first = event -> Map.of("Text", "replaced");
        EventHandler<ProvideClientParams, Map<String, Object>> second = event -> Map.of("Text", "too late");
        List.of(none, first, second).forEach(handler -> client.meta().events().register("provide-client-params",
                handler));

        client.call("Echo", Map.of("Text", "given"));

        assertThat(body(wire.last())).contains("<Text>replaced</Text>").contains("<Token>");
    }

    @Test
    void aBeforeCallAnswerReplacesSendingAndAfterCallStillRuns(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);
        Map<String, Object> parsed = new HashMap<>();
        EventHandler<BeforeCall, BeforeCall.Answer> answer =
                event -> new BeforeCall.Answer(HttpResponse.of(200, new HttpHeaders(), ""), parsed);
        EventHandler<AfterCall, Void> mark = event -> {
            event.parsed().put("Text", "after");
            return null;
        };
        client.meta().events().register("before-call.test-lab.Echo", answer);
        client.meta().events().register("after-call", mark);

        Map<String, Object> result = client.call("Echo");

        assertThat(result).isSameAs(parsed).containsEntry("Text", "after");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void aBeforeCallAnswerWithAnErrorStatusIsThrown(Lab lab) {
        Client client = lab.client(Wire.ok());
        Map<String, Object> parsed = Map.of("Error", Map.of("Code", "Broken", "Message", "stubbed"));
        EventHandler<BeforeCall, BeforeCall.Answer> answer =
                event -> new BeforeCall.Answer(HttpResponse.of(400, new HttpHeaders(), ""), parsed);
        client.meta().events().register("before-call", answer);

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class)
                .hasMessage("An error occurred (Broken) when calling the Echo operation: stubbed");
    }

    @Test
    void allBeforeSendHandlersRunAndTheFirstAnswerIsTheResponse(Lab lab) {
        Client client = lab.client(Wire.ok());
        AtomicBoolean other = new AtomicBoolean();
        EventHandler<BeforeSend, HttpResponse> answer =
                event -> HttpResponse.of(200, new HttpHeaders(), "<R><Text>local</Text></R>");
        EventHandler<BeforeSend, HttpResponse> late = event -> {
            other.set(true);
            return HttpResponse.of(200, new HttpHeaders(), "<R><Text>late</Text></R>");
        };
        client.meta().events().register("before-send.test-lab.Echo", answer);
        client.meta().events().register("before-send.test-lab", late);

        assertThat(client.call("Echo")).containsEntry("Text", "local");
        assertThat(other).isTrue();
    }

    @Test
    void beforeParseMayChangeTheBodyAndAddToTheResult(Lab lab) {
        Client client = lab.client(Wire.ok().then(200, "<R><Text>wire</Text></R>"));
        EventHandler<BeforeParse, Void> change = event -> {
            event.responseDict().content("<R><Text>changed</Text></R>".getBytes());
            event.customizedResponseDict().put("Extra", 1);
            return null;
        };
        client.meta().events().register("before-parse", change);

        assertThat(client.call("Echo")).containsEntry("Text", "changed").containsEntry("Extra", 1);
    }

    @Test
    void theFirstRetryAnswerCountsAndStopIsOne(Lab lab) {
        Wire wire = Wire.ok().then(500, "");
        Client client = lab.client(wire);
        EventHandler<NeedsRetry, Duration> stop = event -> NeedsRetry.STOP;
        client.meta().events().register("needs-retry.*.Echo", stop);

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void aRetryMayBeAskedForOfASuccess(Lab lab) {
        Wire wire = Wire.ok().then(200, "<R><Text>pending</Text></R>").then(200, "<R><Text>done</Text></R>");
        Client client = lab.client(wire);
        EventHandler<NeedsRetry, Duration> again =
                event -> "pending".equals(event.parsed().get("Text")) ? Duration.ZERO : null;
        client.meta().events().register("needs-retry.test-lab.Echo", again);

        Map<String, Object> result = client.call("Echo");

        assertThat(result).containsEntry("Text", "done");
        assertThat((Map<?, ?>) result.get("ResponseMetadata")).extracting("RetryAttempts").isEqualTo(1);
    }

    @Test
    void retryHeadersTellTheAttemptAndAreNotSigned(Lab lab) {
        Wire wire = Wire.ok().then(500, "", Map.of("Date", "Sat, 01 Jan 2022 00:00:00 GMT")).then(500, "");
        Client client = lab.client(wire);
        immediately(client);

        client.call("Echo");

        List<HttpHeaders> headers = wire.requests().stream().map(HttpRequest::headers).toList();
        assertThat(headers).hasSize(3).extracting(h -> h.get("amz-sdk-invocation-id")).doesNotContainNull()
                .containsOnly(headers.get(0).get("amz-sdk-invocation-id"));
        assertThat(headers.get(0).get("amz-sdk-request")).isEqualTo("attempt=1");
        // A server's clock that is years behind: the time to live is told by that clock.
        assertThat(headers.get(1).get("amz-sdk-request")).matches("ttl=20220101T0001\\d\\dZ; attempt=2; max=\\d+");
        assertThat(headers.get(2).get("amz-sdk-request")).matches("ttl=20220101T0001\\d\\dZ; attempt=3; max=\\d+");
        assertThat(headers).allSatisfy(h -> assertThat(h.get("Authorization")).doesNotContain("amz-sdk"));
    }

    private static void immediately(Client client) {
        EventHandler<NeedsRetry, Duration> retry =
                event -> event.httpResponse() != null && event.httpResponse().status() == 500 ? Duration.ZERO : null;
        client.meta().events().register("needs-retry.*.*", retry);
    }

    @Test
    void anUnreadableDateIsNoTimeToLive(Lab lab) {
        Wire wire = Wire.ok().then(500, "", Map.of("Date", "yesterday"));
        Client client = lab.client(wire);
        immediately(client);

        client.call("Echo");

        assertThat(wire.last().headers().get("amz-sdk-request")).matches("attempt=2; max=\\d+");
    }

    @Test
    void theContextIsOneMapForAllStepsAndAttempts(Lab lab) {
        Client client = lab.client(Wire.ok().then(500, ""));
        immediately(client);
        Set<Integer> identities = new HashSet<>();
        List<Object> found = new ArrayList<>();
        EventHandler<BeforeParameterBuild, Void> put = event -> {
            event.context().put("mine", "value");
            identities.add(System.identityHashCode(event.context()));
            return null;
        };
        EventHandler<RequestCreated, Void> created = event -> {
            identities.add(System.identityHashCode(event.request().context()));
            found.add(event.request().context().get("mine"));
            return null;
        };
        EventHandler<ResponseReceived, Void> received = event -> {
            identities.add(System.identityHashCode(event.context()));
            return null;
        };
        EventHandler<NeedsRetry, Duration> retry = event -> {
            identities.add(System.identityHashCode(event.requestDict().context()));
            return null;
        };
        EventHandler<AfterCall, Void> after = event -> {
            identities.add(System.identityHashCode(event.context()));
            found.add(event.context().get("mine"));
            return null;
        };
        client.meta().events().register("before-parameter-build", put);
        client.meta().events().register("request-created", created);
        client.meta().events().register("response-received", received);
        client.meta().events().register("needs-retry", retry);
        client.meta().events().register("after-call", after);

        client.call("Echo");

        assertThat(identities).hasSize(1);
        assertThat(found).containsExactly("value", "value", "value");
    }

    @Test
    void theContextStartsWithTheReferencesKeys(Lab lab) {
        Client client = lab.client(Wire.ok());
        Map<String, Object> context = new LinkedHashMap<>();
        EventHandler<ProvideClientParams, Map<String, Object>> look = event -> {
            context.putAll(event.context());
            return null;
        };
        client.meta().events().register("provide-client-params", look);

        client.call("Echo");

        assertThat(context).containsEntry("client_region", "us-east-1").containsEntry("has_streaming_input", false)
                .containsEntry("auth_type", null).containsEntry("unsigned_payload", false)
                .containsKeys("client_config", "auth_options");
    }

    @Test
    void metadataTellStatusHeadersAndRetries(Lab lab) {
        Client client = lab.client(Wire.ok().then(500, "").then(200, "<R/>",
                Map.of("X-Amzn-RequestId", "id-1", "X-Custom", "V")));
        immediately(client);

        Map<?, ?> metadata = (Map<?, ?>) client.call("Echo").get("ResponseMetadata");

        assertThat(metadata.get("HTTPStatusCode")).isEqualTo(200);
        assertThat(metadata.get("RetryAttempts")).isEqualTo(1);
        assertThat(metadata.get("RequestId")).isEqualTo("id-1");
        assertThat((Map<?, ?>) metadata.get("HTTPHeaders"))
                .isEqualTo(Map.of("x-amzn-requestid", "id-1", "x-custom", "V"));
    }

    @Test
    void aModelledErrorTellsCodeMembersAndShape(Lab lab) {
        Client client = lab.client(Wire.ok().then(400, "<ErrorResponse><Error><Code>Broken</Code><Message>no</Message>"
                + "<Part>left</Part></Error><RequestId>r1</RequestId></ErrorResponse>"));

        ClientException e = catchThrowableOfType(ClientException.class, () -> client.call("Echo"));

        assertThat(e).hasMessage("An error occurred (Broken) when calling the Echo operation: no")
                .isNotInstanceOf(TucuxiException.class);
        assertThat(e.isA("Broken")).isTrue();
        assertThat(e.isA("Other")).isFalse();
        assertThat(e.code()).isEqualTo("Broken");
        assertThat(e.status()).isEqualTo(400);
        assertThat(e.operationName()).isEqualTo("Echo");
        assertThat(e.response()).containsEntry("Part", "left");
    }

    @Test
    void theMessageTellsThatAllAttemptsWereMade(Lab lab) {
        Wire wire = Wire.ok().then(503, "").then(503, "");
        Client client = wire.attach(lab.session().client("lab",
                ClientConfig.builder().retries(Map.of("max_attempts", 1)).build()));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class).hasMessage(
                "An error occurred (503) when calling the Echo operation (reached max retries: 1): Service Unavailable");
    }

    @Test
    void theErrorIsThrownByTheOverridingCode(Lab lab) {
        Client client = lab.client(Wire.ok().then(400,
                "<ErrorResponse><Error><Code>Legacy.Code</Code><Message>m</Message></Error></ErrorResponse>"));
        EventHandler<AfterCall, Void> override = event -> {
            event.context().put("error_code_override", "Broken");
            return null;
        };
        client.meta().events().register("after-call", override);

        ClientException e = catchThrowableOfType(ClientException.class, () -> client.call("Echo"));

        assertThat(e.code()).isEqualTo("Legacy.Code");
        assertThat(e.isA("Broken")).isTrue();
    }

    @Test
    void aRedirectIsAnErrorAndNotFollowed(Lab lab) {
        Wire wire = Wire.ok().then(302, "", Map.of("Location", "http://elsewhere.invalid/"));
        Client client = lab.client(wire);

        ClientException e = catchThrowableOfType(ClientException.class, () -> client.call("Echo"));

        assertThat(e.status()).isEqualTo(302);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void allMistakesOfTheParametersAreReportedAtOnce(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);

        assertThatThrownBy(() -> client.call("Echo", Map.of("Count", "five", "Txt", "x", "Parts",
                List.of(Map.of("Size", 0)))))
                .isInstanceOf(ParamValidationException.class).hasMessageStartingWith("Parameter validation failed:\n")
                .hasMessageContaining("Unknown parameter in input: \"Txt\"")
                .hasMessageContaining("Invalid type for parameter Count")
                .hasMessageContaining("Missing required parameter in Parts[0]: \"Id\"")
                .hasMessageContaining("Invalid value for parameter Parts[0].Size");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void validationMayBeSwitchedOff(Lab lab) {
        Wire wire = Wire.ok();
        Client client = wire.attach(lab.session().client("lab", ClientConfig.builder().parameterValidation(false)
                .build()));

        client.call("Echo", Map.of("Parts", List.of(Map.of("Size", 0))));

        assertThat(body(wire.last())).contains("<Size>0</Size>");
    }

    @Test
    void valuesArriveAsPlainJavaValues(Lab lab) {
        Client client = lab.client(Wire.ok().then(200,
                "<R><Text>t</Text><Count>5</Count><When>2020-01-02T03:04:05Z</When>"
                + "<Names><member>a</member><member>b</member></Names>"
                + "<ByName><entry><key>k</key><value><Id>i</Id><Size>2</Size></value></entry></ByName></R>"));

        Map<String, Object> result = client.call("Echo");

        assertThat(result).containsEntry("Text", "t").containsEntry("Count", 5)
                .containsEntry("When", Instant.parse("2020-01-02T03:04:05Z")).containsEntry("Names", List.of("a", "b"))
                .containsEntry("ByName", Map.of("k", Map.of("Id", "i", "Size", 2))).doesNotContainKey("Colour");
    }

    @Test
    void aStreamedBodyIsReadAfterTheCall(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying(LocalServer.response("200 OK", "streamed content"))) {
            Map<String, Object> result = lab.client(server).call("Fetch", Map.of("Name", "n"));

            assertThat(result.get("Body")).isInstanceOf(StreamingBody.class);
            try (InputStream body = (InputStream) result.get("Body")) {
                assertThat(body).hasContent("streamed content");
            }
        }
    }

    @Test
    void aStreamedBodyThatIsNotHandedOutGivesItsConnectionBack(Lab lab) {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream body = new ByteArrayInputStream("content".getBytes()) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        Client client = lab.client(Wire.ok().then(request -> new HttpResponse(request.url(), 200, new HttpHeaders(),
                body)));
        EventHandler<AfterCall, Void> fail = event -> {
            throw new IllegalStateException("after-call handler");
        };
        client.meta().events().register("after-call", fail);

        assertThatThrownBy(() -> client.call("Fetch", Map.of("Name", "n"))).hasMessage("after-call handler");
        assertThat(closed).isTrue();
    }

    @Test
    void aStreamedBodyIsGivenUpWhenALaterHandlerFails(Lab lab) {
        for (String event : List.of("before-parse", "response-received", "needs-retry")) {
            AtomicBoolean closed = new AtomicBoolean();
            InputStream body = new ByteArrayInputStream("content".getBytes()) {
                @Override
                public void close() {
                    closed.set(true);
                }
            };
            Client client = lab.client(
                    Wire.ok().then(request -> new HttpResponse(request.url(), 200, new HttpHeaders(), body)));
            EventHandler<org.tucuxi.event.Event<Object>, Object> fail = any -> {
                throw new IllegalStateException("handler of " + event);
            };
            client.meta().events().register(event, fail);

            assertThatThrownBy(() -> client.call("Fetch", Map.of("Name", "n"))).hasMessage("handler of " + event);
            assertThat(closed).as(event).isTrue();
        }
    }

    @Test
    void aStreamThatCannotBeRewoundIsNotSentTwice(Lab lab) {
        Wire wire = Wire.ok().then(500, "");
        Client client = wire.attach(lab.session().client("lab",
                ClientConfig.builder().signatureVersion(Signer.UNSIGNED).build()));
        immediately(client);
        InputStream once = new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public String toString() {
                return "once";
            }
        };

        assertThatThrownBy(() -> client.call("Store", Map.of("Name", "n", "Body", once)))
                .isInstanceOf(UnseekableStreamException.class).hasMessageContaining("not seekable");
        assertThat(wire.requests()).hasSize(1);
    }
}
