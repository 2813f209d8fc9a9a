package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;

/** Runs protocol test suites of botocore's form that lie in the folder given by {@code -Dvectors=…}. */
@EnabledIfSystemProperty(named = "vectors", matches = ".+")
class VectorTest {

    private static final Map<String, Protocol> PROTOCOLS = Map.of(
            RestXmlProtocol.NAME, new RestXmlProtocol(),
            QueryProtocol.NAME, new QueryProtocol(),
            Ec2Protocol.NAME, new Ec2Protocol(),
            RpcV2CborProtocol.NAME, new RpcV2CborProtocol(),
            JsonProtocol.NAME, new JsonProtocol(),
            RestJsonProtocol.NAME, new RestJsonProtocol());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> requests() throws IOException {
        return cases("input").map(vector -> dynamicTest(vector.id(), () -> checkRequest(vector)));
    }

    @TestFactory
    Stream<DynamicTest> responses() throws IOException {
        return cases("output").map(vector -> dynamicTest(vector.id(), () -> checkResponse(vector)));
    }

    private record Vector(Protocol protocol, Map<String, Object> suite, Map<String, Object> data) {

        String id() {
            return (String) data.get("id");
        }

        OperationModel operation() {
            Map<String, Object> given = map(data.get("given"));
            return TestModel.of(suite).operation((String) given.getOrDefault("name", id()), given);
        }

        OperationCodec codec() {
            return protocol.compile(operation(), CodecSettings.DEFAULTS);
        }

        /** The parameters with the token that an earlier step of a call adds. */
        Map<String, Object> params() {
            Map<String, Object> params = map(data.get("params"));
            operation().idempotentMembers()
                    .forEach(name -> params.putIfAbsent(name, "00000000-0000-4000-8000-000000000000"));
            return params;
        }

        private boolean isBinary() {
            return protocol instanceof RpcV2CborProtocol;
        }

        /** A body out of its text in the suite, where one that is no text is in base64. */
        byte[] bytes(String body) {
            return isBinary() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
        }

        /** A body in a form in which equal ones are equal. */
        Object canonical(byte[] body) throws Exception {
            if (!isBinary()) {
                return VectorTest.canonical(new String(body, StandardCharsets.UTF_8));
            }
            return body.length == 0 ? "" : plain(new CBORMapper().readValue(body, Object.class));
        }

        String endpoint() {
            String endpoint = (String) suite.getOrDefault("clientEndpoint", "https://example.com");
            return endpoint.substring(endpoint.indexOf("//") + 2);
        }
    }

    private static Stream<Vector> cases(String direction) throws IOException {
        List<Vector> result = new ArrayList<>();
        for (Path file : files(direction)) {
            for (Object suite : JSON.readValue(file.toFile(), List.class)) {
                Protocol protocol = PROTOCOLS.get(map(map(suite).get("metadata")).get("protocol"));
                for (Object data : protocol == null ? List.of() : (List<?>) map(suite).get("cases")) {
                    result.add(new Vector(protocol, map(suite), map(data)));
                }
            }
        }
        return result.stream();
    }

    private static List<Path> files(String direction) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("vectors"), "protocols", direction))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static void checkRequest(Vector vector) throws Exception {
        Map<String, Object> expected = map(vector.data().get("serialized"));

        SerializedRequest request = vector.codec().serialize(vector.params());

        assertThat(request.method()).isEqualTo(expected.get("method"));
        int path = vector.endpoint().indexOf('/');
        assertThat((path < 0 ? "" : vector.endpoint().substring(path)) + uri(request)).isEqualTo(expected.get("uri"));
        if (expected.get("body") instanceof String body) {
            assertThat(vector.canonical(request.body().bytes())).isEqualTo(vector.canonical(vector.bytes(body)));
        }
        map(expected.get("headers")).forEach((name, value) -> {
            // There is no Content-Type for XML and text, and lists are joined without spaces, as in the reference.
            boolean isOfText = name.equals("Content-Type") && !((String) value).contains("json");
            if (!isOfText && !name.equals("Content-Encoding") && !name.equals("Content-MD5")) {
                assertThat(request.headers().get(name)).as(name).isNotNull();
                assertThat(request.headers().get(name).replace(", ", ",")).isEqualTo(((String) value)
                        .replace(", ", ","));
            }
        });
        if (expected.get("forbidHeaders") instanceof List<?> forbidden) {
            forbidden.forEach(name -> assertThat(request.headers().contains((String) name)).isFalse());
        }
        if (expected.get("host") instanceof String host) {
            String prefix = request.hostPrefix() == null ? "" : request.hostPrefix();
            assertThat(prefix + vector.endpoint()).isEqualTo(host);
        }
    }

    private static String uri(SerializedRequest request) {
        StringBuilder uri = new StringBuilder(request.urlPath());
        request.queryString().forEach((name, value) -> {
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                uri.append(uri.indexOf("?") < 0 ? '?'
                        : '&').append(encode(name)).append('=').append(encode((String) item));
            }
        });
        return uri.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static void checkResponse(Vector vector) {
        Map<String, Object> response = map(vector.data().get("response"));
        HttpHeaders headers = new HttpHeaders();
        map(response.get("headers")).forEach((name, value) -> headers.put(name, (String) value));
        byte[] body = vector.bytes(String.valueOf(response.getOrDefault("body", "")));

        Map<String, Object> result = vector.codec()
                .parse(new RawResponse((int) response.get("status_code"), headers, body, new HashMap<>()));

        result.remove("ResponseMetadata");
        if (vector.data().containsKey("error")) {
            Map<String, Object> error = map(result.remove("Error"));
            assertThat(error.get("Code")).isEqualTo(vector.data().getOrDefault("errorCode", ""));
            assertThat(error.get("Message")).isEqualTo(vector.data().getOrDefault("errorMessage",
                    error.get("Message")));
            assertThat(plain(result)).isEqualTo(plain(vector.data().get("error")));
        } else {
            assertThat(plain(result)).isEqualTo(plain(vector.data().get("result")));
        }
    }

    /** Values in the suites' terms: numbers by value, times in seconds, bytes as text, special numbers as text. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> result = new TreeMap<>();
            map.forEach((key, item) -> result.put(key, plain(item)));
            return result;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(VectorTest::plain).toList();
        }
        if (value instanceof Instant instant) {
            return instant.getEpochSecond() + instant.getNano() / 1e9;
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof Number number) {
            double plain = number.doubleValue();
            return Double.isNaN(plain) || Double.isInfinite(plain) ? Double.toString(plain) : (Object) plain;
        }
        return value;
    }

    /** XML without white space between elements and with attributes in order; JSON with members in order. */
    private static String canonical(String xml) throws Exception {
        if (xml.strip().startsWith("{")) {
            return String.valueOf(plain(JSON.readValue(xml, Map.class)));
        }
        if (!xml.strip().startsWith("<")) {
            return xml;
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Element root = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml
                .strip()))).getDocumentElement();
        return canonical(root, new StringBuilder()).toString();
    }

    private static StringBuilder canonical(Element element, StringBuilder out) {
        out.append('<').append(element.getTagName());
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.put(element.getAttributes().item(i).getNodeName(), element.getAttributes().item(i)
                    .getNodeValue());
        }
        out.append(attributes).append('>');
        boolean leaf = element.getElementsByTagName("*").getLength() == 0;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                canonical(child, out);
            } else if (node instanceof Text text && leaf) {
                out.append(text.getData());
            }
        }
        return out.append("</>");
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> result.put((String) key, item));
        }
        return result;
    }
}
