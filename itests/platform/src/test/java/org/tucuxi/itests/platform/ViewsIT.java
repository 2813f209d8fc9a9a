package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.ClientView;
import org.tucuxi.ClosedException;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.EventHandler;

/** A client as an interface of the user's. */
@ExtendWith(PlatformExtension.class)
@Timeout(20)
class ViewsIT {

    private static final String FULL = "<R><Text>t</Text><Count>5</Count><Colour>light blue</Colour>"
            + "<When>2020-01-02T03:04:05Z</When><Names><member>a</member></Names>"
            + "<Parts><member><Id>p</Id><Size>2</Size></member></Parts>"
            + "<ByName><entry><key>k</key><value><Id>q</Id></value></entry></ByName></R>";

    enum Colour {
        RED("red"), LIGHT_BLUE("light blue");

        private final String text;

        Colour(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    record Part(String id, Integer size) {
    }

    record Said(String text, Optional<Colour> colour, List<Part> parts, Map<String, Part> byName,
            Optional<Integer> count) {
    }

    record Heard(String text, int count, Colour colour, Instant when, List<String> names, List<Part> parts,
            Map<String, Part> byName, Map<String, Object> responseMetadata) {
    }

    record Maybe(Optional<String> text, Optional<Long> count, boolean missing) {
    }

    record Named(String name) {
    }

    record Content(InputStream body) {
    }

    interface Maps {
        Map<String, Object> echo(Map<String, ?> params);

        Map<String, Object> echo();
    }

    interface Records {
        Heard echo(Said said);

        Content fetch(Named name);

        void open();
    }

    interface Mixed extends ClientView {
        Map<String, Object> echo(Map<String, ?> params);

        default String shout(String text) {
            return echo(Map.of("Text", text.toUpperCase(java.util.Locale.ROOT))) + "!";
        }
    }

    @Test
    void mapsGoInAndOut(Lab lab) {
        Wire wire = Wire.ok().then(200, FULL);
        Maps maps = lab.client(wire).as(Maps.class);

        assertThat(maps.echo(Map.of("Text", "x"))).containsEntry("Count", 5);
        assertThat(maps.echo()).containsOnlyKeys("ResponseMetadata");
        assertThat(wire.requests().get(0).body().bytes()).asString().contains("<Text>x</Text>");
    }

    @Test
    void recordsGoInNested(Lab lab) {
        Wire wire = Wire.ok();
        Records view = lab.client(wire).as(Records.class);

        view.echo(new Said("x", Optional.of(Colour.LIGHT_BLUE), List.of(new Part("a", 1)),
                Map.of("k", new Part("b", null)), Optional.empty()));

        assertThat(wire.last().body().bytes()).asString().contains("<Text>x</Text>")
                .contains("<Colour>light blue</Colour>")
                .contains("<Parts><member><Id>a</Id><Size>1</Size></member></Parts>")
                .contains("<value><Id>b</Id></value>").doesNotContain("Count");
    }

    @Test
    void recordsComeOutNested(Lab lab) {
        Records view = lab.client(Wire.ok().then(200, FULL)).as(Records.class);

        Heard heard = view.echo(null);

        assertThat(heard.text()).isEqualTo("t");
        assertThat(heard.count()).isEqualTo(5);
        assertThat(heard.colour()).isEqualTo(Colour.LIGHT_BLUE);
        assertThat(heard.when()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
        assertThat(heard.names()).containsExactly("a");
        assertThat(heard.parts()).containsExactly(new Part("p", 2));
        assertThat(heard.byName()).isEqualTo(Map.of("k", new Part("q", null)));
        assertThat(heard.responseMetadata()).containsEntry("HTTPStatusCode", 200);
    }

    @Test
    void absentMembersAreNullEmptyOrZero(Lab lab) {
        Heard heard = lab.client(Wire.ok()).as(Records.class).echo(null);

        assertThat(heard.text()).isNull();
        assertThat(heard.count()).isZero();
        assertThat(heard.parts()).isNull();
    }

    @Test
    void aStreamComesOutAsAStream(Lab lab) throws IOException {
        Records view = lab.client(Wire.ok().then(200, "content")).as(Records.class);

        try (InputStream body = view.fetch(new Named("n")).body()) {
            assertThat(body).hasContent("content");
        }
        view.open();
    }

    @Test
    void defaultMethodsAndTheClientAreReachable(Lab lab) {
        Client client = lab.client(Wire.ok().then(200, "<R><Text>HEY</Text></R>"));
        Mixed view = client.as(Mixed.class);

        assertThat(view.shout("hey")).contains("Text=HEY").endsWith("!");
        assertThat(view.client()).isSameAs(client);
    }

    @Test
    void viewsAreEqualWhenClientAndInterfaceAre(Lab lab) {
        Client client = lab.client(Wire.ok());

        assertThat(client.as(Maps.class)).isEqualTo(client.as(Maps.class)).hasSameHashCodeAs(client.as(Maps.class))
                .isNotEqualTo(client.as(Mixed.class)).isNotEqualTo(lab.client(Wire.ok()).as(Maps.class))
                .isNotEqualTo(null).hasToString("Maps of " + client);
    }

    @Test
    void errorsOfTheServiceReachTheCallerAsTheyAre(Lab lab) {
        Records view = lab.client(Wire.ok().then(400, "<Error><Code>C</Code></Error>")).as(Records.class);

        assertThatThrownBy(view::open).isInstanceOf(ClientException.class);
    }

    interface AddedMethod {
        Object twice(int value);
    }

    @Test
    void addedMethodsAreReachable(Lab lab) {
        EventHandler<CreatingClientClass, Void> handler = event -> {
            event.classAttributes().put("twice", (client, arguments) -> 2 * (Integer) arguments[0]);
            return null;
        };
        lab.session().events().register("creating-client-class", handler);

        assertThat(lab.session().client("lab").as(AddedMethod.class).twice(4)).isEqualTo(8);
    }

    interface UnknownMethod {
        void ecko();
    }

    interface UnknownMember {
        Maybe echo();
    }

    record Wrong(Part text) {
    }

    interface WrongType {
        void echo(Wrong wrong);
    }

    interface TooMany {
        void echo(String a, String b);
    }

    interface WrongResult {
        String echo();
    }

    @Test
    void mistakesAreToldWhenTheViewIsMade(Lab lab) {
        Client client = lab.client(Wire.ok());

        assertThatThrownBy(() -> client.as(String.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String is not an interface");
        assertThatThrownBy(() -> client.as(UnknownMethod.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UnknownMethod.ecko").hasMessageContaining("Echo");
        assertThatThrownBy(() -> client.as(UnknownMember.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component missing").hasMessageContaining("EchoResponse")
                .hasMessageContaining("Colour");
        assertThatThrownBy(() -> client.as(WrongType.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operation Echo").hasMessageContaining("Part").hasMessageContaining("string");
        assertThatThrownBy(() -> client.as(TooMany.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TooMany.echo").hasMessageContaining("one record");
        assertThatThrownBy(() -> client.as(WrongResult.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    record Narrow(Colour colour) {
    }

    /** As the model spells them but for capitals and underscores. */
    enum Spelt {
        RED, LIGHT_BLUE
    }

    record Broad(Optional<Spelt> colour, Set<String> names, OptionalInt count) {
    }

    record Echoed<P>(Optional<Spelt> colour, List<? extends P> parts, Map<String, Map<String, Object>> byName) {
    }

    record Asked(Spelt colour, Set<String> names, OptionalInt count, List<Optional<Part>> parts) {
    }

    interface Wide {
        Broad echo(Asked asked);

        Echoed<Part> open();
    }

    interface Narrowed {
        Narrow echo();
    }

    @Test
    void constantsAreSpeltLikeTheTextsOfTheModel(Lab lab) {
        Wire wire = Wire.ok().then(200, FULL);

        Broad broad = lab.client(wire).as(Wide.class).echo(new Asked(Spelt.LIGHT_BLUE, new TreeSet<>(List.of("a", "b")),
                OptionalInt.of(3), List.of(Optional.of(new Part("p", 1)))));

        assertThat(broad).isEqualTo(new Broad(Optional.of(Spelt.LIGHT_BLUE), Set.of("a"), OptionalInt.of(5)));
        assertThat(wire.last().body().bytes()).asString().contains("<Colour>light blue</Colour>")
                .contains("<Names><member>a</member><member>b</member></Names>").contains("<Count>3</Count>")
                .contains("<Parts><member><Id>p</Id><Size>1</Size></member></Parts>");
    }

    @Test
    void anOptionalConstantIsEmptyForATextThatIsNewer(Lab lab) {
        Wide view = lab.client(Wire.ok().then(200, "<R><Colour>ultraviolet</Colour></R>")).as(Wide.class);

        assertThat(view.echo(null)).isEqualTo(new Broad(Optional.empty(), null, OptionalInt.empty()));
    }

    @Test
    void typeVariablesAndWildcardsAreResolved(Lab lab) {
        Echoed<Part> echoed = lab.client(Wire.ok().then(200, FULL)).as(Wide.class).open();

        assertThat(echoed.parts().get(0)).isEqualTo(new Part("p", 2));
        assertThat(echoed.byName()).isEqualTo(Map.of("k", Map.of("Id", "q")));
    }

    interface Later {
        CompletableFuture<Heard> echo(Said said);

        CompletionStage<Map<String, Object>> echo(Map<String, ?> params);

        Future<Void> open();
    }

    @Test
    void resultsMayComeLater(Lab lab) throws Exception {
        Later view = lab.client(Wire.ok().then(200, FULL).then(200, FULL)
                .then(400, "<Error><Code>C</Code></Error>")).as(Later.class);

        assertThat(view.echo((Said) null).get(10, TimeUnit.SECONDS).text()).isEqualTo("t");
        assertThat(view.echo(Map.of()).toCompletableFuture().get(10, TimeUnit.SECONDS)).containsEntry("Count", 5);
        Future<Void> failing = view.open();
        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ClientException.class);
    }

    record Length(Map<String, Object> responseMetadata) {
    }

    interface Streamless {
        Length fetch(Named name);
    }

    interface Forgetful {
        void fetch(Named name);
    }

    @Test
    void aStreamThatAViewDoesNotHandOutIsClosed(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying(LocalServer.response("200 OK", "x".repeat(100_000)))) {
            Client client = lab.client(server);

            assertThat(client.as(Streamless.class).fetch(new Named("n")).responseMetadata())
                    .containsEntry("HTTPStatusCode", 200);
            client.as(Forgetful.class).fetch(new Named("n"));

            Platform.await("both connections end", () -> server.open() == 0);
        }
    }

    interface Whole extends Client {
        Heard echo();
    }

    @Test
    void aViewMayBeAClientAsWell(Lab lab) {
        Whole view = lab.client(Wire.ok().then(200, FULL)).as(Whole.class);

        assertThat(view.echo().text()).isEqualTo("t");
        assertThat(view.call("Echo")).containsOnlyKeys("ResponseMetadata");
        assertThatThrownBy(() -> view.call("Nothing")).isInstanceOf(AttributeNotFoundException.class);
        view.close();
        assertThatThrownBy(view::echo).isInstanceOf(ClosedException.class);
    }

    @Test
    void aViewKeepsNoClassLoader(Lab lab) throws Exception {
        Client client = lab.client(Wire.ok().then(200, FULL));

        WeakReference<ClassLoader> loader = useInALoaderOfItsOwn(client);

        Platform.await("the class loader goes", () -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(client.as(Maps.class).echo()).containsOnlyKeys("ResponseMetadata");
    }

    private static WeakReference<ClassLoader> useInALoaderOfItsOwn(Client client) throws Exception {
        ClassLoader loader = new OwnLoader();
        Class<?> records = loader.loadClass(Records.class.getName());
        assertThat(records).isNotSameAs(Records.class);
        Method echo = Arrays.stream(records.getMethods()).filter(method -> method.getName().equals("echo")).findFirst()
                .orElseThrow();
        echo.setAccessible(true);
        assertThat(echo.invoke(client.as(records), (Object) null)).hasToString(
                "Heard[text=t, count=5, colour=light blue, when=2020-01-02T03:04:05Z, names=[a], parts=[Part[id=p, size=2]],"
                        + " byName={k=Part[id=q, size=null]}, responseMetadata={HTTPStatusCode=200, HTTPHeaders={},"
                        + " RetryAttempts=0}]");
        return new WeakReference<>(loader);
    }

    /** Defines this test's classes anew. */
    private static final class OwnLoader extends ClassLoader {

        OwnLoader() {
            super(ViewsIT.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ViewsIT.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    record Twins(String text, Flavour colour) {
    }

    enum Flavour {
        RED, R_E_D
    }

    interface Ambiguous {
        Twins echo();
    }

    record TextAsNumber(int text) {
    }

    interface FutureMisfit {
        CompletableFuture<TextAsNumber> echo();
    }

    record BytesOfStream(byte[] body) {
    }

    interface StreamAsBytes {
        BytesOfStream fetch(Named name);
    }

    record DeepWrong(List<PartWithText> parts) {
    }

    record PartWithText(String size) {
    }

    interface Deep {
        void echo(DeepWrong wrong);
    }

    @Test
    void aMistakeIsToldByComponentAndShapeAndWhatWouldBeRight(Lab lab) {
        Client client = lab.client(Wire.ok());

        assertThatThrownBy(() -> client.as(FutureMisfit.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FutureMisfit.echo (operation Echo), result, record")
                .hasMessageContaining("TextAsNumber, component text: a int does not fit shape String, which is a string;"
                        + " use String or an enum");
        assertThatThrownBy(() -> client.as(StreamAsBytes.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component body").hasMessageContaining("use InputStream");
        assertThatThrownBy(() -> client.as(Deep.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter, record").hasMessageContaining("component parts, item, record")
                .hasMessageContaining("component size").hasMessageContaining("use int, long");
        assertThatThrownBy(() -> client.as(Ambiguous.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RED and R_E_D").hasMessageContaining("both stand for \"red\"");
    }

    @Test
    void aValueThatAnEnumDoesNotHaveIsNamed(Lab lab) {
        Narrowed view = lab.client(Wire.ok().then(200, "<R><Colour>ultraviolet</Colour></R>")).as(Narrowed.class);

        assertThatThrownBy(view::echo).isInstanceOf(TucuxiException.class).hasMessageContaining("ultraviolet")
                .hasMessageContaining("Colour").hasMessageContaining("String");
    }
}
