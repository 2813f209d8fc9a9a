package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.ClosedException;
import org.tucuxi.Session;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.paginator.OperationNotPageableException;
import org.tucuxi.paginator.PageIterator;
import org.tucuxi.paginator.Paginator;
import org.tucuxi.waiter.Waiter;
import org.tucuxi.waiter.WaiterException;

/** What clients make of the models of paginators and waiters. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class PaginatorsAndWaitersIT {

    private static final Map<String, Object> BUCKET = Map.of("Bucket", "bucket-one");
    private static final String FIRST = "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t1"
            + "</NextContinuationToken><Contents><Key>a</Key><Size>5</Size></Contents><Contents><Key>b</Key><Size>500</Size>"
            + "</Contents></ListBucketResult>";
    private static final String LAST = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>c</Key><Size>700</Size>"
            + "</Contents></ListBucketResult>";

    private static Wire twoPages() {
        return new Wire().then(200, FIRST).then(200, LAST);
    }

    private static String userAgent(HttpRequest request) {
        return request.headers().get("User-Agent");
    }

    @Test
    void pagesAreReadThroughTheClient(Lab lab) {
        Wire wire = twoPages();
        Client s3 = lab.client("s3", wire);
        List<Object> tokens = new ArrayList<>();
        EventHandler<BeforeParameterBuild, Void> handler = event -> {
            tokens.add(event.params().get("ContinuationToken"));
            return null;
        };
        s3.meta().events().register("before-parameter-build.s3.ListObjectsV2", handler);

        List<Object> keys = s3.paginator("list_objects_v2").paginate(BUCKET).search("Contents[?Size > `100`].Key").stream().toList();

        assertThat(keys).containsExactly("b", "c");
        assertThat(tokens).containsExactly(null, "t1");
        assertThat(wire.last().url()).contains("continuation-token=t1");
    }

    @Test
    void theUserAgentSaysWhatACallIsFor(Lab lab) {
        Wire wire = twoPages();
        Client s3 = lab.client("s3", wire);

        s3.paginator("ListObjectsV2").paginate(BUCKET).forEach(page -> { });
        s3.waiter("bucket_exists").await(BUCKET);
        s3.call("ListBuckets");

        assertThat(userAgent(wire.requests().get(1))).containsPattern(" m/(.*,)?C(,| )");
        assertThat(userAgent(wire.requests().get(2))).containsPattern(" m/(.*,)?B(,| )").doesNotContainPattern(" m/(.*,)?C(,| )");
        assertThat(userAgent(wire.last())).doesNotContainPattern(" m/(.*,)?[BC](,| )");
    }

    @Test
    void anotherSessionGoesOnWithTheToken(Lab lab) {
        PageIterator pages = lab.client("s3", twoPages()).paginator("listObjectsV2").paginate(Map.of("Bucket", "bucket-one",
                "PaginationConfig", Map.of("MaxItems", 1)));
        assertThat(pages.search("Contents[].Key").stream().toList()).containsExactly("a");

        Client other = twoPages().attach(lab.keep(lab.builder().build()).client("s3"));
        List<Object> rest = other.paginator("list_objects_v2").paginate(Map.of("Bucket", "bucket-one",
                "PaginationConfig", Map.of("StartingToken", pages.resumeToken().orElseThrow())))
                .search("Contents[].Key").stream().toList();

        assertThat(rest).containsExactly("b", "c");
    }

    @Test
    void operationsAreToldApartByWhetherTheyHavePages(Lab lab) {
        Client s3 = lab.session().client("s3");

        for (String name : List.of("ListObjectsV2", "list_objects_v2", "listObjectsV2")) {
            assertThat(s3.canPaginate(name)).isTrue();
            assertThat(s3.paginator(name).operationName()).isEqualTo("ListObjectsV2");
        }
        assertThat(s3.canPaginate("get_object")).isFalse();
        assertThatThrownBy(() -> s3.paginator("get_object")).isInstanceOf(OperationNotPageableException.class)
                .hasMessage("Operation cannot be paginated: get_object");
        assertThatThrownBy(() -> s3.canPaginate("list_object")).isInstanceOf(AttributeNotFoundException.class)
                .hasMessageContaining("did you mean");
    }

    @Test
    void waitersHaveThreeNames(Lab lab) {
        Client s3 = lab.session().client("s3");

        assertThat(s3.waiterNames()).containsExactly("bucket_exists", "bucket_not_exists", "object_exists", "object_not_exists");
        for (String name : List.of("bucket_exists", "BucketExists", "bucketExists")) {
            assertThat(s3.waiter(name)).hasToString("S3.Waiter.BucketExists");
        }
        assertThatThrownBy(() -> s3.waiter("bucket_gone")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Waiter does not exist: bucket_gone").hasMessageContaining("bucket_not_exists");
    }

    @Test
    void aServiceWithoutModelsHasNeither(Lab lab) {
        Client client = lab.client(Wire.ok());

        assertThat(client.canPaginate("Echo")).isFalse();
        assertThat(client.waiterNames()).isEmpty();
        assertThatThrownBy(() -> client.paginator("Echo")).isInstanceOf(OperationNotPageableException.class);
    }

    @Test
    void aWaiterGoesOnUntilItIsSo(Lab lab) {
        Wire wire = new Wire().then(404, "").then(404, "").then(200, "");

        lab.client("s3", wire).waiter("object_exists").await(Map.of("Bucket", "bucket-one", "Key", "k"), Duration.ofMillis(1), 5);

        assertThat(wire.requests()).hasSize(3);
    }

    @Test
    void aWaiterThatGivesUpHasTheLastResponse(Lab lab) {
        Waiter waiter = lab.client("s3", new Wire().then(404, "").then(404, "")).waiter("bucket_exists");

        assertThatThrownBy(() -> waiter.await(BUCKET, Duration.ZERO, 2)).isInstanceOfSatisfying(WaiterException.class, e -> {
            assertThat(e).hasMessage("Waiter BucketExists failed: Max attempts exceeded. Previously accepted state: Matched expected"
                    + " HTTP status code: 404");
            assertThat(e.lastResponse()).containsKey("Error");
        });
    }

    @Test
    void whatIsNoAnswerEndsAWaitAsItEndsACall(Lab lab) {
        Wire wire = new Wire().then(404, "");
        Client s3 = lab.client("s3", wire);
        EventHandler<BeforeParameterBuild, Void> handler = event -> {
            if (!wire.requests().isEmpty()) {
                throw new IllegalStateException("enough");
            }
            return null;
        };
        s3.meta().events().register("before-parameter-build", handler);

        assertThatThrownBy(() -> s3.waiter("bucket_exists").await(BUCKET, Duration.ZERO, 9)).hasMessage("enough");
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void invokeKnowsTheReferencesMethods(Lab lab) {
        Client s3 = lab.session().client("s3");

        assertThat(s3.invoke("can_paginate", "list_objects_v2")).isEqualTo(true);
        assertThat(s3.invoke("get_paginator", "list_objects_v2")).isInstanceOf(Paginator.class);
        assertThat(s3.invoke("get_waiter", "bucket_exists")).isInstanceOf(Waiter.class);
        assertThat(s3.invoke("waiter_names")).isEqualTo(s3.waiterNames());
        assertThatThrownBy(() -> s3.invoke("get_waiter")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMethodThatReplacesAnOperationIsCalledForItsPages(Lab lab) {
        Session session = lab.keep(lab.builder().build());
        ClientMethod pages = (client, arguments) -> Map.of("Contents", List.of(Map.of("Key", "mine")));
        EventHandler<CreatingClientClass, Void> handler = event -> {
            event.classAttributes().put("list_objects_v2", pages);
            return null;
        };
        session.events().register("creating-client-class.s3", handler);

        assertThat(session.client("s3").paginator("ListObjectsV2").paginate(BUCKET).search("Contents[].Key").stream().toList())
                .containsExactly("mine");
    }

    @Test
    void foldersOfTheUsersAddPaginatorsAndWaiters(Lab lab, @TempDir Path folder) throws IOException {
        Path version = Files.createDirectories(folder.resolve("lab/2020-01-01"));
        Files.writeString(version.resolve("paginators-1.json"), """
                {"pagination": {"Echo": {"input_token": "Token", "output_token": "Next", "result_key": "Text"}}}""");
        Files.writeString(version.resolve("paginators-1.sdk-extras.json"), """
                {"merge": {"pagination": {"Echo": {"result_key": ["Text", "More"]}}}}""");
        Files.writeString(version.resolve("waiters-2.json"), """
                {"version": 2, "waiters": {"EchoHeard": {"operation": "Echo", "delay": 1, "maxAttempts": 2, "acceptors": []}}}""");
        Client plain = lab.session().client("lab");

        Client client = lab.keep(lab.builder().dataPath(folder, Platform.models()).build()).client("lab");

        assertThat(client.paginator("echo").resultKeys()).containsExactly("Text", "More");
        assertThat(client.waiterNames()).containsExactly("echo_heard");
        assertThat(plain.canPaginate("echo")).as("of another session, which does not see the folder").isFalse();
    }

    @Test
    void aClosedClientReadsNoFurther(Lab lab) {
        Client s3 = lab.client("s3", twoPages());
        var pages = s3.paginator("list_objects_v2").paginate(BUCKET).iterator();
        pages.next();
        s3.close();

        assertThatThrownBy(pages::next).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> s3.canPaginate("list_objects_v2")).isInstanceOf(ClosedException.class);
    }
}
