package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.UnsupportedProtocolException;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;

/** Protocols that are not REST travel the same way, and come and go while clients live. */
@ExtendWith(PlatformExtension.class)
@Timeout(20)
class ProtocolsIT {

    @TempDir
    private Path models;
    private Lab lab;
    private ServiceRegistration<Protocol> registration;

    @BeforeEach
    void keep(Lab ofTest) {
        this.lab = ofTest;
    }

    @AfterEach
    void unregister() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }

    private Client client(Wire wire, String protocol) throws IOException {
        Path folder = Files.createDirectories(models.resolve("birds/2020-01-01"));
        Files.writeString(folder.resolve("service-2.json"), """
                {"version": "2.0", "metadata": {"apiVersion": "2020-01-01", "endpointPrefix": "birds", "protocol": "%1$s",
                 "protocols": ["%1$s"], "serviceId": "Birds", "serviceFullName": "Birds", "signatureVersion": "v4",
                 "targetPrefix": "Aviary", "jsonVersion": "1.0", "awsQueryCompatible": {}},
                 "operations": {"Fly": {"name": "Fly", "http": {"method": "POST", "requestUri": "/"},
                  "input": {"shape": "Flight"}, "output": {"shape": "Flight"},
                  "operationContextParams": {"Places": {"path": "keys(Stops)"}}}},
                 "shapes": {"Flight": {"type": "structure", "members": {"To": {"shape": "Text"}, "Stops": {"shape": "Stops"},
                   "Height": {"shape": "Height"}}},
                  "Text": {"type": "string"}, "Height": {"type": "double"},
                  "Stops": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
                  "NoWind": {"type": "structure", "exception": true, "error": {"code": "Birds.NoWind"},
                   "members": {"message": {"shape": "Text"}}}}}
                """.formatted(protocol));
        return wire.attach(lab.keep(lab.builder().dataPath(models).build()).client("birds",
                ClientConfig.builder().endpointUrl("http://birds.invalid").build()));
    }

    private void register(String name) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(Protocol.PROTOCOL, name,
                Constants.SERVICE_RANKING, 1000));
        registration = lab.platform().context().registerService(Protocol.class, (operation, settings) -> new Coo(), properties);
    }

    /** The name of the place goes, an error or the name of a place comes. */
    private static final class Coo implements OperationCodec {

        @Override
        public SerializedRequest serialize(Map<String, ?> parameters) {
            SerializedRequest request = new SerializedRequest();
            request.headers().put("X-Bird", "pigeon");
            return request.body(HttpBody.of(String.valueOf(parameters.get("To")).getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Map<String, Object> parse(RawResponse response) {
            String text = new String(response.content(), StandardCharsets.UTF_8);
            Map<String, Object> result = new LinkedHashMap<>();
            if (response.status() < 300) {
                result.put("To", text);
            } else {
                result.put("Error", Map.of("Code", text, "Message", "no", "QueryErrorCode", "NoBreeze"));
            }
            result.put("ResponseMetadata", new LinkedHashMap<>(Map.of("HTTPStatusCode", response.status(),
                    "RequestId", "r1")));
            return result;
        }
    }

    @Test
    void aCallOfAnotherProtocolIsSignedMeasuredAndDescribed() throws IOException {
        register("carrier-pigeon");
        Wire wire = Wire.ok().then(200, "home");
        Client birds = client(wire, "carrier-pigeon");

        Map<String, Object> result = birds.call("Fly", Map.of("To", "Brno"));

        assertThat(result).containsEntry("To", "home");
        assertThat(result.get("ResponseMetadata")).isEqualTo(Map.of("HTTPStatusCode", 200, "RequestId", "r1", "RetryAttempts", 0));
        assertThat(wire.last().method()).isEqualTo("POST");
        assertThat(wire.last().url()).isEqualTo("http://birds.invalid/");
        assertThat(wire.last().headers().get("Content-Length")).isEqualTo("4");
        assertThat(wire.last().headers().get("X-Bird")).isEqualTo("pigeon");
        assertThat(wire.last().headers().get("Authorization")).contains("/us-east-1/birds/aws4_request");
        assertThat(wire.last().headers().get("User-Agent")).doesNotContain(",M").doesNotContain("M,");
    }

    @Test
    void anErrorIsKnownByItsShapeAndByBothOfItsCodes() throws IOException {
        register("carrier-pigeon");
        Client birds = client(Wire.ok().then(400, "Birds.NoWind"), "carrier-pigeon");

        assertThatThrownBy(() -> birds.call("Fly")).isInstanceOfSatisfying(ClientException.class, e -> {
            assertThat(e.code()).isEqualTo("Birds.NoWind");
            assertThat(e.isA("NoWind")).isTrue();
            assertThat(e.isA("Birds.NoWind")).isTrue();
            assertThat(e.isA("NoBreeze")).isTrue();
            assertThat(e.isA("Unknown")).isFalse();
        });
    }

    @Test
    void theUserAgentNamesCbor() throws IOException {
        register("smithy-rpc-v2-cbor");
        Wire wire = Wire.ok();

        client(wire, "smithy-rpc-v2-cbor").call("Fly");

        assertThat(wire.last().headers().get("User-Agent")).matches(".* m/([^ ]*,)?M(,[^ ]*)? .*");
    }

    @Test
    void aPathIntoTheParametersChoosesTheEndpoint() throws IOException {
        register("carrier-pigeon");
        Path folder = Files.createDirectories(models.resolve("birds/2020-01-01"));
        Files.writeString(folder.resolve("endpoint-rule-set-1.json"), """
                {"version": "1.0", "parameters": {"Places": {"type": "stringArray"},
                 "AccountId": {"type": "string", "builtIn": "AWS::Auth::AccountId"},
                 "AccountIdEndpointMode": {"type": "string", "builtIn": "AWS::Auth::AccountIdEndpointMode"}}, "rules": [
                 {"type": "endpoint", "conditions": [{"fn": "isSet", "argv": [{"ref": "Places"}]},
                  {"fn": "getAttr", "argv": [{"ref": "Places"}, "[0]"], "assign": "first"}],
                  "endpoint": {"url": "http://{first}.birds.invalid"}},
                 {"type": "endpoint", "conditions": [], "endpoint": {"url": "http://birds.invalid"}}]}
                """);
        Wire wire = Wire.ok();
        Client birds = client(wire, "carrier-pigeon");

        birds.call("Fly", Map.of("Stops", Map.of("wien", "1")));
        birds.call("Fly");

        assertThat(wire.requests()).extracting(request -> request.url())
                .containsExactly("http://wien.birds.invalid/", "http://birds.invalid/");
        // the mode is told, an account that is not known is not
        assertThat(wire.last().headers().get("User-Agent")).matches(".* m/([^ ]*,)?P(,[^ ]*)? .*").doesNotContain(",T");
    }

    record Flight(String to, Double height) {
    }

    interface Birds {
        Flight fly(Flight flight);
    }

    @Test
    void queryTravelsTheWholePipeline() {
        Wire wire = Wire.ok().then(200, "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account>"
                + "</GetCallerIdentityResult><ResponseMetadata><RequestId>q1</RequestId></ResponseMetadata>"
                + "</GetCallerIdentityResponse>", Map.of("X-Odd", "y"))
                .then(403, "<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredTokenException</Code><Message>old</Message>"
                        + "</Error><RequestId>q2</RequestId></ErrorResponse>");
        Client sts = lab.client("sts", wire);

        Map<String, Object> result = sts.call("GetCallerIdentity");

        assertThat(result).containsEntry("Account", "1");
        assertThat(result.get("ResponseMetadata")).isEqualTo(Map.of("RequestId", "q1", "HTTPStatusCode", 200,
                "HTTPHeaders", Map.of("x-odd", "y"), "RetryAttempts", 0));
        String body = new String(wire.last().body().bytes(), StandardCharsets.UTF_8);
        assertThat(body).isEqualTo("Action=GetCallerIdentity&Version=2011-06-15");
        assertThat(wire.last().headers().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
        assertThat(wire.last().headers().get("Content-Length")).isEqualTo(Integer.toString(body.length()));
        assertThatThrownBy(() -> sts.call("AssumeRole", Map.of("RoleArn", "arn:aws:iam::1:role/someone",
                "RoleSessionName", "me"))).isInstanceOfSatisfying(ClientException.class, e -> {
                    assertThat(e.isA("ExpiredTokenException")).isTrue();
                    assertThat(e.status()).isEqualTo(403);
                    assertThat(e.response().get("ResponseMetadata")).asString().contains("q2");
                });
        assertThat(new String(wire.last().body().bytes(), StandardCharsets.UTF_8))
                .startsWith("Action=AssumeRole&").contains("&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fsomeone");
    }

    @Test
    void jsonTravelsTheWholePipeline() throws IOException {
        Wire wire = Wire.ok().then(200, "{\"To\": \"home\", \"Height\": \"NaN\"}", Map.of("x-amzn-RequestId", "j1"))
                .then(400, "{\"__type\": \"birds#NoWind\", \"message\": \"calm\"}",
                        Map.of("x-amzn-query-error", "Birds.NoWind;Sender"));
        Client birds = client(wire, "json");

        Flight flight = birds.as(Birds.class).fly(new Flight("Brno", 1.5));

        assertThat(flight).isEqualTo(new Flight("home", Double.NaN));
        assertThat(wire.last().headers().get("X-Amz-Target")).isEqualTo("Aviary.Fly");
        assertThat(wire.last().headers().get("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(wire.last().headers().get("Content-Length")).isEqualTo(Long.toString(wire.last().body().length()));
        assertThatThrownBy(() -> birds.call("Fly")).isInstanceOfSatisfying(ClientException.class, e -> {
            assertThat(e.code()).isEqualTo("Birds.NoWind");
            assertThat(e.isA("NoWind")).isTrue();
            assertThat(e.response()).containsEntry("message", "calm");
        });
    }

    @Test
    void cborTravelsTheWholePipeline() throws IOException {
        byte[] answer = {(byte) 0xA1, 0x62, 'T', 'o', 0x64, 'h', 'o', 'm', 'e'};
        Wire wire = Wire.ok().then(request -> new HttpResponse(request.url(), 200,
                HttpHeaders.of(Map.of("smithy-protocol", "rpc-v2-cbor", "x-amzn-RequestId", "c1")), answer));
        Client birds = client(wire, "smithy-rpc-v2-cbor");

        Map<String, Object> result = birds.call("Fly", Map.of("To", "Brno"));

        assertThat(result).containsEntry("To", "home");
        assertThat(result.get("ResponseMetadata")).asString().contains("RequestId=c1");
        assertThat(wire.last().url()).isEqualTo("http://birds.invalid/service/Aviary/operation/Fly");
        assertThat(wire.last().headers().get("Content-Type")).isEqualTo("application/cbor");
        assertThat(wire.last().headers().get("Content-Length")).isEqualTo(Long.toString(wire.last().body().length()));
        assertThat(wire.last().headers().get("User-Agent")).matches(".* m/([^ ]*,)?M(,[^ ]*)? .*");
    }

    @Test
    void aClientOutlivesItsProtocol() throws IOException {
        register("carrier-pigeon");
        Client birds = client(Wire.ok().then(200, "a").then(200, "b"), "carrier-pigeon");
        assertThat(birds.call("Fly")).containsEntry("To", "a");

        unregister();
        assertThatThrownBy(() -> birds.call("Fly")).isInstanceOf(UnsupportedProtocolException.class)
                .hasMessageContaining("carrier-pigeon").hasMessageContaining("rest-xml").hasMessageContaining("birds");

        register("carrier-pigeon");
        assertThat(birds.call("Fly")).containsEntry("To", "b");
    }
}
