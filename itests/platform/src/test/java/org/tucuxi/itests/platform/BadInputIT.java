package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.InvalidRegionException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.config.ProfileNotFoundException;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.HandlerAnswerException;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.UnknownServiceException;

/** Whatever is wrong: an exception that says what, where, and what would be right. Nothing hangs. */
@ExtendWith(PlatformExtension.class)
@Timeout(20)
class BadInputIT {

    @Test
    void unknownService(Lab lab) {
        assertThatThrownBy(() -> lab.session().client("s4")).isInstanceOf(UnknownServiceException.class)
                .hasMessageContaining("s4").hasMessageContaining("s3").hasMessageContaining("lab");
    }

    @Test
    void unknownOperation(Lab lab) {
        assertThatThrownBy(() -> lab.session().client("s3").call("ListBucket"))
                .isInstanceOf(AttributeNotFoundException.class)
                .hasMessageContaining("'s3' client has no operation or method 'ListBucket'")
                .hasMessageContaining("did you mean").hasMessageContaining("ListBuckets");
    }

    @Test
    void unknownParameter(Lab lab) {
        assertThatThrownBy(() -> lab.client(Wire.ok()).call("Echo", Map.of("Txt", "x")))
                .isInstanceOf(ParamValidationException.class).hasMessage("Parameter validation failed:\n"
                        + "Unknown parameter in input: \"Txt\", must be one of: Text, Count, Colour, Token, Names, Parts,"
                        + " ByName, When");
    }

    @Test
    void regionThatIsNoRegion(Lab lab) {
        for (String region : new String[] {"eu central 1", "-eu", "12345", "a/b", "x".repeat(64)}) {
            assertThatThrownBy(() -> lab.session().client("lab", ClientConfig.builder().regionName(region).build()))
                    .as(region).isInstanceOf(InvalidRegionException.class).hasMessageContaining("'" + region + "'")
                    .hasMessageContaining("eu-central-1");
        }
    }

    @Test
    void noRegion(Lab lab) {
        Session session = lab.keep(lab.platform().factory().builder().dataPath(Platform.models()).build());

        assertThatThrownBy(() -> Wire.ok().attach(session.client("lab")).call("Echo"))
                .isInstanceOfAny(NoRegionException.class, EndpointResolutionException.class)
                .hasMessageContaining("region");
    }

    @Test
    void endpointThatIsNoUrl(Lab lab) {
        for (String url : new String[] {"localhost:9000", "ftp://host", "http://", "http://bad_host/", "http://-x/"}) {
            assertThatThrownBy(() -> lab.session().client("lab", ClientConfig.builder().endpointUrl(url).build()))
                    .as(url).isInstanceOf(InvalidConfigException.class).hasMessageContaining("Invalid endpoint: " + url)
                    .hasMessageContaining("http://localhost:9000");
        }
    }

    @Test
    void unknownProfile(Lab lab) {
        assertThatThrownBy(() -> lab.builder().profile("nobody").build()).isInstanceOf(ProfileNotFoundException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void unknownRetryMode(Lab lab) {
        Session session = lab.keep(lab.builder().configVariable("retry_mode", "eager").build());

        assertThatThrownBy(() -> session.client("lab")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("eager").hasMessageContaining("[adaptive, legacy, standard]");
        // A mode may be deployed at any time: which there are is asked when the client is made.
        ClientConfig eager = ClientConfig.builder().retries(Map.of("mode", "eager")).build();
        assertThatThrownBy(() -> lab.session().client("lab", eager)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("eager").hasMessageContaining("[adaptive, legacy, standard]");
    }

    @Test
    void malformedPatternOfAComponent(Lab lab) {
        EventHandler<Event<Object>, Object> handler = event -> null;
        for (String pattern : new String[] {"", ".", "a..b", "before-call."}) {
            var service = lab.platform().context().registerService(EventHandler.class, handler,
                    new Hashtable<>(Map.of(EventHandler.EVENT_PATTERN, pattern)));
            try {
                assertThat(lab.platform().find(EmitterFactory.class).handlers())
                        .filteredOn(info -> info.patterns().contains(pattern)).singleElement().satisfies(info -> {
                            assertThat(info.isBound()).isFalse();
                            assertThat(info.rejection()).contains("event.pattern \"" + pattern + '"');
                        });
            } finally {
                service.unregister();
            }
        }
    }

    @Test
    void handlerThatThrows(Lab lab) {
        Client client = lab.client(Wire.ok());
        IllegalStateException problem = new IllegalStateException("my handler's problem");
        EventHandler<BeforeCall, BeforeCall.Answer> handler = event -> {
            throw problem;
        };
        client.meta().events().register("before-call", handler);

        assertThatThrownBy(() -> client.call("Echo")).isSameAs(problem);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void handlerThatAnswersTheWrongType(Lab lab) {
        Client client = lab.client(Wire.ok());
        EventHandler wrong = event -> "text";
        client.meta().events().register("before-call.test-lab.Echo", wrong);

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(HandlerAnswerException.class)
                .hasMessageContaining("before-call.test-lab.Echo").hasMessageContaining("java.lang.String")
                .hasMessageContaining("Answer");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void handlerOfAnotherEvent(Lab lab) {
        Client client = lab.client(Wire.ok());
        EventHandler<BeforeCall, BeforeCall.Answer> handler = new EventHandler<>() {
            @Override
            public BeforeCall.Answer handle(BeforeCall event) {
                return null;
            }
        };

        Throwable e = catchThrowable(() -> {
            client.meta().events().register("after-call", handler);
            client.call("Echo");
        });

        assertThat(e).isNotNull().hasMessageContaining("BeforeCall");
    }

    @Test
    void handlerThatBlocksHoldsUpItsOwnCallOnly(Lab lab) throws Exception {
        Client client = lab.client(Wire.ok());
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        EventHandler<BeforeCall, BeforeCall.Answer> handler = event -> {
            if (calls.getAndIncrement() == 0) {
                entered.countDown();
                try {
                    leave.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return null;
        };
        client.meta().events().register("before-call", handler);
        CompletableFuture<Map<String, Object>> held = client.callAsync("Echo", Map.of());
        entered.await();

        assertThat(client.call("Echo")).containsKey("ResponseMetadata");
        EventHandler<Event<Object>, Object> other = event -> null;
        client.meta().events().register("before-call", other);
        lab.session().client("lab").close();
        assertThat(held).isNotDone();

        leave.countDown();
        assertThat(held.get()).containsKey("ResponseMetadata");
    }

    @Test
    void operationAndParametersThatAreNull(Lab lab) {
        Client client = lab.client(Wire.ok());

        assertThatThrownBy(() -> client.call(null)).isInstanceOf(NullPointerException.class).hasMessage("operation");
        assertThatThrownBy(() -> client.call("Echo", null)).isInstanceOf(NullPointerException.class)
                .hasMessage("parameters");
        assertThatThrownBy(() -> client.callAsync("Echo", null)).isInstanceOf(NullPointerException.class)
                .hasMessage("parameters");
        assertThatThrownBy(() -> lab.session().client(null)).isInstanceOf(NullPointerException.class)
                .hasMessage("service");
    }

    @Test
    void namesThatAreNone(Lab lab) {
        Client client = lab.client(Wire.ok());

        for (String name : new String[] {"", " ", "*", ".", "a.b", "Echo\n", "x".repeat(100_000)}) {
            assertThatThrownBy(() -> client.call(name)).isInstanceOf(AttributeNotFoundException.class);
        }
        for (String name : new String[] {"", "..", "../s3", "/", "S3", "*"}) {
            assertThatThrownBy(() -> lab.session().client(name)).as(name).isInstanceOf(UnknownServiceException.class);
        }
    }

    @Test
    void keysAndValuesThatAreNull(Lab lab) {
        Client client = lab.client(Wire.ok());
        Map<String, Object> params = new java.util.HashMap<>();
        params.put(null, "x");
        params.put("Text", null);

        assertThatThrownBy(() -> client.call("Echo", params)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("Invalid type for parameter Text")
                .hasMessageContaining("Unknown parameter in input");
    }

    @Test
    void attributeThatLeadsToItself(Lab lab) {
        Client client = lab.client(Wire.ok());
        EventHandler<org.tucuxi.event.GetAttribute, Object> there = event -> "back";
        EventHandler<org.tucuxi.event.GetAttribute, Object> back = event -> "there";
        client.meta().events().register("getattr.test-lab.there", there);
        client.meta().events().register("getattr.test-lab.back", back);

        assertThatThrownBy(() -> client.invoke("there")).isInstanceOf(AttributeNotFoundException.class)
                .hasMessageContaining("there").hasMessageContaining("back");
    }

    private static Session withModel(Lab lab, Path folder, String model) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bad/2020-01-01")).resolve("service-2.json");
        Files.writeString(file, model);
        return lab.keep(lab.builder().dataPath(folder).build());
    }

    private static String model(String shapes) {
        return "{\"version\":\"2.0\",\"metadata\":{\"apiVersion\":\"2020-01-01\",\"endpointPrefix\":\"bad\",\"protocol\":"
                + "\"rest-xml\",\"serviceId\":\"Bad\",\"signatureVersion\":\"v4\",\"serviceFullName\":\"Bad\"},\"operations\":"
                + "{\"Do\":{\"name\":\"Do\",\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"input\":{\"shape\":\"In\","
                + "\"locationName\":\"In\"}}},\"shapes\":{" + shapes + "}}";
    }

    @Test
    void truncatedModel(Lab lab, @TempDir Path folder) throws IOException {
        Session session = withModel(lab, folder, model("\"In\":{\"type\":").substring(0, 150));

        assertThatThrownBy(() -> session.client("bad")).isInstanceOf(ModelException.class)
                .hasMessageContaining("service-2.json");
    }

    @Test
    void modelThatNamesAShapeItDoesNotHave(Lab lab, @TempDir Path folder) throws IOException {
        Session session = withModel(lab, folder,
                model("\"In\":{\"type\":\"structure\",\"members\":{\"A\":{\"shape\":\"Nowhere\"}}}"));

        assertThatThrownBy(() -> Wire.ok().attach(session.client("bad")).call("Do", Map.of("A", "x")))
                .isInstanceOf(TucuxiException.class).hasMessageContaining("Nowhere");
    }

    @Test
    void modelThatLiesAboutAType(Lab lab, @TempDir Path folder) throws IOException {
        Session session = withModel(lab, folder,
                model("\"In\":{\"type\":\"structure\",\"members\":{\"A\":{\"shape\":\"L\"}}},\"L\":{\"type\":\"list\"}"));

        assertThatThrownBy(() -> Wire.ok().attach(session.client("bad")).call("Do", Map.of("A",
                java.util.List.of("x"))))
                .isInstanceOf(TucuxiException.class).hasMessageContaining("L");
    }

    @Test
    void cyclicModelIsFineUnlessTheValueIs(Lab lab, @TempDir Path folder) throws IOException {
        Session session = withModel(lab, folder,
                model("\"In\":{\"type\":\"structure\",\"members\":{\"In\":{\"shape\":\"In\"}}}"));
        Wire wire = Wire.ok();
        Client client = wire.attach(session.client("bad"));

        client.call("Do", Map.of("In", Map.of("In", Map.of())));
        assertThat(wire.requests()).hasSize(1);

        Map<String, Object> cycle = new java.util.HashMap<>();
        cycle.put("In", cycle);
        assertThatThrownBy(() -> client.call("Do", cycle)).isInstanceOf(TucuxiException.class)
                .hasMessageContaining("Invalid nesting of parameter In.In");
    }

    @Test
    void noCredentials(Lab lab) {
        Session session = lab.keep(lab.anonymous().build());

        assertThatThrownBy(() -> Wire.ok().attach(session.client("lab")).call("Echo"))
                .isInstanceOf(NoCredentialsException.class).hasMessageContaining("Unable to locate credentials");
    }

    @Test
    void halfOfCredentials(Lab lab) {
        assertThatThrownBy(() -> org.tucuxi.credentials.Credentials.of("AKID", null))
                .isInstanceOf(PartialCredentialsException.class).hasMessageContaining("secret");
    }
}
