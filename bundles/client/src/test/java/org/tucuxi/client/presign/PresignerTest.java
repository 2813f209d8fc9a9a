package org.tucuxi.client.presign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.Client;
import org.tucuxi.ClientMeta;
import org.tucuxi.ClientMethod;
import org.tucuxi.PresignedPost;
import org.tucuxi.UnknownClientMethodException;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.RequestSigner;

class PresignerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Object> prepared = new HashMap<>();
    private final List<AwsRequest> signed = new ArrayList<>();
    private final Map<String, Object> seen = new HashMap<>();
    private String service = "s3";

    private final RequestSigner signer = new RequestSigner() {
        @Override
        public String regionName() {
            return "eu-west-1";
        }

        @Override
        public String signingName() {
            return "s3";
        }

        @Override
        public String signatureVersion() {
            return "s3v4";
        }

        @Override
        public void sign(String operationName, AwsRequest request) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public void sign(String operationName, AwsRequest request, Presigning purpose) {
            signed.add(request);
            seen.put("operation", operationName);
            seen.put("purpose", purpose);
            if (purpose.form() == Presigning.Form.URL) {
                request.url(request.url() + "?signed");
            } else {
                @SuppressWarnings("unchecked")
                Map<String, Object> fields = (Map<String, Object>) request.context().get("s3-presign-post-fields");
                fields.put("policy", "p");
            }
        }
    };

    @Test
    void aUrlIsTheSignedOneOfThePreparedRequest() {
        String url = presigner().url("get_object", Map.of("Bucket", "b"), MINUTE, null);

        assertThat(url).isEqualTo("https://b.example.com/k?signed");
        assertThat(prepared).containsEntry("operation", "GetObject").containsEntry("parameters", Map.of("Bucket", "b"));
        assertThat(seen).containsEntry("operation", "GetObject").containsEntry("purpose", Presigning.url(MINUTE));
        assertThat(signed.get(0).context()).containsEntry("is_presign_request", true)
                .containsEntry("use_global_endpoint", false).doesNotContainKey("client_config");
    }

    @Test
    void theMethodIsTheCallersChoice() {
        presigner().url("GetObject", Map.of(), MINUTE, "head");
        presigner().url("GetObject", Map.of(), MINUTE, null);

        assertThat(signed).extracting(AwsRequest::method).containsExactly("HEAD", "GET");
    }

    @Test
    void anUnknownMethodIsToldByName() {
        assertThatThrownBy(() -> presigner().url("get_objekt", Map.of(), MINUTE, null))
                .isInstanceOf(UnknownClientMethodException.class)
                .hasMessageStartingWith("Client does not have method: get_objekt").hasMessageContaining("GetObject");
    }

    @Test
    void nothingIsGoodForLessThanASecond() {
        assertThatThrownBy(() -> presigner().url("GetObject", Map.of(), Duration.ofMillis(999), null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PT0.999S");
    }

    @Test
    void aFormHasThePolicyOfItsBucketAndKey() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("acl", "private"));
        List<Object> conditions = new ArrayList<>(List.of(Map.of("acl", "private")));

        PresignedPost post = presigner().post("b", "dir/k", fields, conditions, MINUTE);

        assertThat(post.url()).isEqualTo("https://b.example.com/k");
        assertThat(post.fields()).containsExactly(Map.entry("acl", "private"), Map.entry("key", "dir/k"),
                Map.entry("policy", "p"));
        assertThat(prepared).containsEntry("operation", "CreateBucket").containsEntry("parameters", Map.of("Bucket", "b"));
        assertThat(seen).containsEntry("operation", "PutObject")
                .containsEntry("purpose", new Presigning(Presigning.Form.POST, MINUTE, null, null));
        assertThat(signed.get(0).context()).containsEntry("s3-presign-post-policy", Map.of(
                "expiration", "2015-08-30T12:37:00Z", "conditions",
                List.of(Map.of("acl", "private"), Map.of("bucket", "b"), Map.of("key", "dir/k"))));
        assertThat(fields).hasSize(1);
        assertThat(conditions).hasSize(1);
        assertThat(post.toString()).contains("3 fields").doesNotContain("private");
    }

    @Test
    void aKeyThatEndsWithTheNameOfTheFileIsAPrefix() {
        presigner().post("b", "dir/${filename}", null, null, MINUTE);

        assertThat(signed.get(0).context().get("s3-presign-post-policy")).asString()
                .contains("[starts-with, $key, dir/]").doesNotContain("filename");
        assertThat(signed.get(0).context().get("s3-presign-post-fields")).asString().contains("key=dir/${filename}");
    }

    @Test
    void onlyS3HasForms() {
        service = "sqs";

        assertThatThrownBy(() -> presigner().post("b", "k", null, null, MINUTE))
                .isInstanceOf(AttributeNotFoundException.class)
                .hasMessageContaining("'sqs' client has no method 'generate_presigned_post'");
    }

    @Test
    void boto3sMethodTakesArgumentsByNameAndByPosition() throws Exception {
        ClientMethod method = addedMethod();
        List<Object> asked = new ArrayList<>();
        Client client = proxy(Client.class, (name, arguments) -> {
            asked.add(Arrays.asList(arguments));
            return "url";
        });

        assertThat(method.invoke(client, Map.of("ClientMethod", "get_object", "Params", Map.of("Bucket", "b"), "ExpiresIn", 60,
                "HttpMethod", "PUT"))).isEqualTo("url");
        method.invoke(client, "get_object", Map.of("Bucket", "b"), MINUTE, "PUT");
        method.invoke(client, "get_object");

        List<Object> all = List.of("get_object", Map.of("Bucket", "b"), MINUTE, "PUT");
        assertThat(asked).containsExactly(all, all,
                Arrays.asList("get_object", Map.of(), Duration.ofHours(1), null));
    }

    @Test
    void wrongArgumentsSayWhatBoto3Has() throws Exception {
        ClientMethod method = addedMethod();
        List<Object[]> wrong = List.of(new Object[] {}, new Object[] {7}, new Object[] {Map.of("Method", "x")},
                new Object[] {"a", "b"}, new Object[] {"a", null, "b"}, new Object[] {"a", null, 1, 2},
                new Object[] {"a", null, 1, "GET", 5});

        for (Object[] arguments : wrong) {
            assertThatThrownBy(() -> method.invoke(null, arguments)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("generate_presigned_url takes ClientMethod, Params, ExpiresIn, HttpMethod; ");
        }
    }

    private static ClientMethod addedMethod() throws Exception {
        Map<String, ClientMethod> attributes = new HashMap<>();
        Presigner.addsMethod().handle(new CreatingClientClass("creating-client-class.s3", attributes, new ArrayList<>()));
        return attributes.get("generate_presigned_url");
    }

    private Presigner presigner() {
        ServiceModel model = proxy(ServiceModel.class, (name, arguments) -> switch (name) {
            case "serviceName" -> service;
            case "operationNames" -> List.of("GetObject");
            case "resolveOperation" -> List.of("get_object", "GetObject").contains(arguments[0]) ? "GetObject" : null;
            default -> throw new UnsupportedOperationException(name);
        });
        ClientMeta meta = proxy(ClientMeta.class, (name, arguments) -> name.equals("signer") ? signer : model);
        Client client = proxy(Client.class, (name, arguments) -> meta);
        return new Presigner(client, (operation, parameters, context) -> {
            prepared.put("operation", operation);
            prepared.put("parameters", parameters);
            return new SerializedRequest().method("GET").url("https://b.example.com/k").context(context);
        }, Clock.fixed(Instant.parse("2015-08-30T12:36:00.9Z"), ZoneOffset.UTC));
    }

    private interface Answers {
        Object answer(String method, Object... arguments);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Answers answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answers.answer(method.getName(), arguments));
    }
}
