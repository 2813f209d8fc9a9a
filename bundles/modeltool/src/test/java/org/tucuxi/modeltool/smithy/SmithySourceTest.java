package org.tucuxi.modeltool.smithy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.modeltool.PackagingException;
import software.amazon.smithy.model.node.Node;

/** A made-up service with a bit of everything, converted. */
class SmithySourceTest {

    @TempDir
    Path temp;
    private Path model;
    private Path data;

    @BeforeEach
    void copyModel() throws IOException {
        model = temp.resolve("shelf.smithy");
        data = temp.resolve("data");
        try (InputStream in = SmithySourceTest.class.getResourceAsStream("shelf.smithy")) {
            Files.copy(in, model);
        }
    }

    private Object converted(String type, String path) throws IOException {
        if (!Files.exists(data)) {
            SmithySource.convert(model, data);
        }
        Path file = data.resolve("shelf-control/2020-02-02/" + type + ".json");
        Object value = Traits.plain(Node.parse(Files.readString(file)));
        for (String step : path.split("/")) {
            value = ((Map<?, ?>) value).get(step);
        }
        return value;
    }

    private Object service(String path) throws IOException {
        return converted("service-2", path);
    }

    @Test
    void aServiceIsNamedAfterItsId() {
        assertThat(SmithySource.convert(model, data)).containsExactly("shelf-control");
        assertThat(data.resolve("shelf-control/2020-02-02/endpoint-rule-set-1.json")).exists();
    }

    @Test
    void olderClientNamesAreKnown() {
        assertThat(ClientNames.of("Elastic Load Balancing v2")).isEqualTo("elbv2");
        assertThat(ClientNames.of("Cognito Identity")).isEqualTo("cognito-identity");
    }

    @Test
    void metadataComeFromTheServicesTraits() throws IOException {
        assertThat(service("metadata")).isEqualTo(Map.ofEntries(Map.entry("apiVersion", "2020-02-02"),
                Map.entry("auth", List.of("aws.auth#sigv4")), Map.entry("endpointPrefix", "shelf"),
                Map.entry("protocol", "rest-xml"), Map.entry("protocols", List.of("rest-xml")),
                Map.entry("protocolSettings", Map.of("h2", "optional")), Map.entry("serviceFullName", "Example Shelf"),
                Map.entry("serviceId", "Shelf Control"), Map.entry("signatureVersion", "v4"),
                Map.entry("signingName", "shelves"), Map.entry("xmlNamespace", "https://shelf.example/")));
        assertThat(service("clientContextParams/Tall/type")).isEqualTo("boolean");
    }

    @Test
    void operationsOfResourcesAreOperations() throws IOException {
        assertThat(((Map<?, ?>) service("operations")).keySet()).isEqualTo(Set.of("GetBook", "ListBooks", "PutBook"));
    }

    @Test
    void anOperationSaysHowItIsSent() throws IOException {
        assertThat(service("operations/PutBook/http"))
                .isEqualTo(Map.of("method", "PUT", "requestUri", "/books/{Id+}?draft", "responseCode", 201L));
        assertThat(service("operations/PutBook/endpoint")).isEqualTo(Map.of("hostPrefix", "{Branch}.data."));
        assertThat(service("operations/PutBook/authtype")).isEqualTo("v4-unsigned-body");
        assertThat(service("operations/PutBook/idempotent")).isEqualTo(true);
        assertThat(service("operations/PutBook/staticContextParams/Write")).isEqualTo(Map.of("value", true));
        assertThat(service("operations/PutBook/httpChecksum"))
                .isEqualTo(Map.of("requestAlgorithmMember", "Algorithm", "requestChecksumRequired", true));
        assertThat(service("operations/GetBook/authtype")).isEqualTo("none");
    }

    @Test
    void anOperationWithoutOutputHasNone() throws IOException {
        assertThat(service("operations/PutBook/output")).isNull();
    }

    @Test
    void errorsAreThoseOfOperationAndService() throws IOException {
        assertThat(service("operations/GetBook/errors"))
                .isEqualTo(List.of(Map.of("shape", "Lost"), Map.of("shape", "Closed")));
        assertThat(service("shapes/Lost/error")).isEqualTo(Map.of("httpStatusCode", 404L, "senderFault", true));
        assertThat(service("shapes/Lost/retryable")).isEqualTo(Map.of("throttling", true));
        assertThat(service("shapes/Closed/fault")).isEqualTo(true);
    }

    @Test
    void membersGoWhereTheirBindingsSay() throws IOException {
        String members = "shapes/PutBookInput/members/";
        assertThat(service(members + "Place")).isEqualTo(Map.of("shape", "String", "location", "header",
                "locationName", "x-place", "contextParam", Map.of("name", "Place")));
        assertThat(service(members + "Branch")).isEqualTo(
                Map.of("shape", "String", "location", "uri", "locationName", "Branch", "hostLabel", true));
        assertThat(service(members + "Meta"))
                .isEqualTo(Map.of("shape", "Labels", "location", "headers", "locationName", "x-meta-"));
        assertThat(service(members + "Token")).isEqualTo(Map.of("shape", "String", "location", "querystring",
                "locationName", "token", "idempotencyToken", true));
        assertThat(service("shapes/PutBookInput/payload")).isEqualTo("Content");
        assertThat(service("shapes/PutBookInput/required")).isEqualTo(List.of("Id", "Branch"));
        assertThat(service("shapes/Pages")).isEqualTo(Map.of("type", "blob", "streaming", true));
    }

    @Test
    void elementsOfAFlattenedListHaveTheListsName() throws IOException {
        String members = "shapes/GetBookOutput/members/";
        assertThat(service(members + "Tags"))
                .isEqualTo(Map.of("shape", "TagsFlattened", "flattened", true, "locationName", "Tag"));
        assertThat(service(members + "More")).isEqualTo(Map.of("shape", "Tags"));
        assertThat(service("shapes/TagsFlattened/member")).isEqualTo(Map.of("shape", "String"));
        assertThat(service("shapes/Tags/member")).isEqualTo(Map.of("shape", "String", "locationName", "Item"));
        assertThat(service(members + "Type"))
                .isEqualTo(Map.of("shape", "String", "xmlAttribute", true, "locationName", "xsi:type"));
    }

    @Test
    void typesThatBotocoreHasNotBecomeItsOwn() throws IOException {
        assertThat(service("shapes/Kind/union")).isEqualTo(true);
        assertThat(service("shapes/Unit/members")).isEqualTo(Map.of());
        assertThat(service("shapes/Document/document")).isEqualTo(true);
        assertThat(service("shapes/Algorithm/enum")).isEqualTo(List.of("CRC32", "SHA256"));
        assertThat(service("shapes/When/timestampFormat")).isEqualTo("rfc822");
        assertThat(service("shapes/BigInteger/type")).isEqualTo("long");
        assertThat(service("shapes/Novel/members/Code/min")).isEqualTo(3L);
    }

    @Test
    void whatIsPagedIsTheItemsOrTheOnlyList() throws IOException {
        assertThat(converted("paginators-1", "pagination")).isEqualTo(Map.of("ListBooks", Map.of("input_token",
                "NextToken", "output_token", "NextToken", "limit_key", "MaxBooks", "result_key", "Books")));
    }

    @Test
    void waitersThatLookAtTheInputAreLeftOut() throws IOException {
        assertThat(converted("waiters-2", "waiters")).isEqualTo(Map.of("BookThere", Map.of("operation", "GetBook",
                "delay", 30L, "maxAttempts", 20L, "acceptors", List.of(
                        Map.of("state", "success", "matcher", "path", "argument", "Title", "expected", "Emma"),
                        Map.of("state", "retry", "matcher", "error", "expected", "Lost"),
                        Map.of("state", "failure", "matcher", "error", "expected", true)))));
    }

    @Test
    void aJarIsReadByItsSmithyFolder() throws IOException {
        Path jar = temp.resolve("shelf-1.2.3.jar");
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/smithy/shelf.smithy"));
            Files.copy(model, zip);
            zip.putNextEntry(new ZipEntry("other.smithy"));
        }

        assertThat(SmithySource.convert(jar, data)).containsExactly("shelf-control");
        assertThat(SmithySource.describe(jar)).isEqualTo("smithy shelf 1.2.3");
    }

    @Test
    void aBrokenModelIsNamed() throws IOException {
        Files.writeString(model, "$version: \"2.0\"\nnamespace a\nstructure A { b }\n");

        assertThatThrownBy(() -> SmithySource.convert(model, data)).isInstanceOf(PackagingException.class)
                .hasMessageContaining("shelf.smithy").hasMessageContaining("broken");
    }

    @Test
    void aModelThatRefersToWhatItHasNotIsNamed() throws IOException {
        Files.writeString(model, Files.readString(model).replace("Kind: Kind", "Kind: Missing"));

        assertThatThrownBy(() -> SmithySource.convert(model, data)).isInstanceOf(PackagingException.class)
                .hasMessageContaining("shelf.smithy").hasMessageContaining("Missing");
    }

    @Test
    void aModelWithoutAServiceIsRefused() throws IOException {
        Files.writeString(model, "$version: \"2.0\"\nnamespace a\nstring A");

        assertThatThrownBy(() -> SmithySource.convert(model, data)).isInstanceOf(PackagingException.class)
                .hasMessageContaining("no service");
    }

    @Test
    void aVersionThatLeavesTheFolderIsRefused() throws IOException {
        Files.writeString(model, Files.readString(model).replace("2020-02-02", "../../x"));

        assertThatThrownBy(() -> SmithySource.convert(model, data)).isInstanceOf(PackagingException.class);
        assertThat(temp.resolve("x")).doesNotExist();
    }
}
