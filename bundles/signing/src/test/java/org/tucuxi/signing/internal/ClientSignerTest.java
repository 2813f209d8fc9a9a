package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory.Settings;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnknownSignatureVersionException;

class ClientSignerTest {

    private final Emitter emitter = new EmitterComponent().create(Map.of(EmitterFactory.SESSION_NAME, "test"));
    private final List<String> slots = new ArrayList<>();
    private final ClientSignerFactory factory = new ClientSignerFactory();
    private final List<Signer.Scope> signed = new ArrayList<>();
    private final List<Event<?>> events = new ArrayList<>();
    private final AwsRequest request = Requests.get("https://s3.eu-west-1.amazonaws.com/b");
    private final Map<String, Object> context = request.context();

    private String regionOfClient = "eu-west-1";
    private String answer;
    private Credentials credentials = Credentials.of("AKID", "secret");

    @Test
    void nobodyListening_signsWithTheVersionOfTheClient() {
        there("v4");

        signer("v4").sign("Get", request);

        assertThat(signed).containsExactly(
                new Signer.Scope("v4", credentials.freeze(), "eu-west-1", "s3", context));
    }

    @Test
    void theAuthTypeOfTheCallComesBeforeTheVersionOfTheClient() {
        there("v4", "s3v4");
        context.put("auth_type", "s3v4");

        signer("v4").sign("Get", request);

        assertThat(signed.get(0).signatureVersion()).isEqualTo("s3v4");
    }

    @Test
    void chooseSignerSeesTheCallAndItsAnswerCounts() {
        there("v4", "mine");
        context.put("signing", Map.of("region", "us-west-2", "signing_name", "s3-outposts"));
        answer = "mine";
        listen();

        signer("v4").sign("Get", request);

        ChooseSigner event = (ChooseSigner) events.get(0);
        assertThat(event.name()).isEqualTo("choose-signer.s3.Get");
        assertThat(event.arguments()).isEqualTo(Map.of("signing_name", "s3-outposts", "region_name", "us-west-2",
                "signature_version", "v4", "context", context));
        assertThat(signed.get(0).signatureVersion()).isEqualTo("mine");
    }

    @Test
    void beforeSignSeesTheSignerAsItWasConfiguredAndTheFinalVersion() {
        there("mine");
        context.put("signing", Map.of("region", "us-west-2", "signing_name", "s3-outposts"));
        answer = "mine";
        listen();
        RequestSigner signer = signer("v4");

        signer.sign("Get", request);

        BeforeSign event = (BeforeSign) events.get(1);
        assertThat(event.name()).isEqualTo("before-sign.s3.Get");
        assertThat(event.arguments()).isEqualTo(Map.of("request", request, "signing_name", "s3",
                "region_name", "eu-west-1", "signature_version", "mine", "request_signer", signer,
                "operation_name", "Get"));
    }

    @Test
    void theCallsSigningContextAndCredentialsWin() {
        there("v4");
        Credentials others = Credentials.of("OTHER", "x");
        context.put("signing",
                Map.of("region", "us-west-2", "signing_name", "s3express", "request_credentials", others));

        signer("v4").sign("Get", request);

        assertThat(signed).containsExactly(
                new Signer.Scope("v4", others.freeze(), "us-west-2", "s3express", context));
    }

    @Test
    void whatBeforeSignPutsIntoTheContextIsUsed() {
        there("v4");
        EventHandler<BeforeSign, Void> moves = event -> {
            context.put("signing", Map.of("region", "us-west-2"));
            return null;
        };
        emitter.register("before-sign.s3", moves);

        signer("v4").sign("Get", request);

        assertThat(signed.get(0).region()).isEqualTo("us-west-2");
    }

    @Test
    void unsignedIsNotSignedButAnnounced() {
        there("v4");
        regionOfClient = null;
        credentials = null;
        answer = Signer.UNSIGNED;
        listen();

        signer("v4").sign("Get", request);

        assertThat(signed).isEmpty();
        assertThat(events).hasExactlyElementsOfTypes(ChooseSigner.class, BeforeSign.class);
        assertThat(((BeforeSign) events.get(1)).signatureVersion()).isEqualTo(Signer.UNSIGNED);
    }

    @Test
    void anUnknownVersionSaysWhichOnesThereAre() {
        there("v4", "s3v4");

        assertThatThrownBy(() -> signer("v9").sign("Get", request)).isInstanceOf(UnknownSignatureVersionException.class)
                .hasMessageContaining("v9").hasMessageContaining("s3v4, v4");
    }

    @Test
    void theClientsRegionIsNeededEvenIfTheCallHasOne() {
        there("v4");
        regionOfClient = null;
        context.put("signing", Map.of("region", "us-west-2"));

        assertThatThrownBy(() -> signer("v4").sign("Get", request)).isInstanceOf(NoRegionException.class)
                .hasMessage("You must specify a region.");
    }

    @Test
    void missingCredentialsAreForTheAlgorithmToMiss() {
        there("v4");
        credentials = null;

        signer("v4").sign("Get", request);

        assertThat(signed.get(0).credentials()).isNull();
    }

    @Test
    void slotsAreResolvedOncePerOperation() {
        there("v4");
        RequestSigner signer = signer("v4");

        signer.sign("Get", request);
        signer.sign("Get", request);
        signer.sign("Put", request);

        assertThat(slots).containsExactly("choose-signer.s3.Get", "before-sign.s3.Get", "choose-signer.s3.Put",
                "before-sign.s3.Put");
    }

    @Test
    void algorithmsComeAndGoWhileClientsLive() {
        RequestSigner signer = signer("v4");
        Signer low = algorithm();
        Signer high = (r, scope) -> r.headers().put("Signed-By", "high");
        factory.bindSigner(low, Map.of(Signer.SIGNATURE_VERSION, "v4", "service.id", 1L));
        factory.bindSigner(high, Map.of(Signer.SIGNATURE_VERSION, new String[] {"v4", "v5"}, "service.ranking", 1,
                "service.id", 2L));

        signer.sign("Get", request);
        assertThat(request.headers().get("Signed-By")).isEqualTo("high");
        assertThat(factory.signatureVersions()).containsExactlyInAnyOrder("v4", "v5");

        factory.updatedSigner(high, Map.of(Signer.SIGNATURE_VERSION, "v5", "service.id", 2L));
        signer.sign("Get", request);
        assertThat(signed).hasSize(1);

        factory.unbindSigner(low);
        assertThatThrownBy(() -> signer.sign("Get", request)).isInstanceOf(UnknownSignatureVersionException.class);
    }

    @Test
    void printsNoSecret() {
        assertThat(signer("v4").toString()).contains("s3").doesNotContain("secret");
    }

    private void listen() {
        EventHandler<ChooseSigner, String> chooses = event -> {
            events.add(event);
            return answer;
        };
        EventHandler<BeforeSign, Void> listens = event -> {
            events.add(event);
            return null;
        };
        emitter.register("choose-signer", chooses);
        emitter.register("before-sign", listens);
    }

    /** The emitter, but it notes which slots are asked for. */
    private Emitter noting() {
        return (Emitter) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Emitter.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("slot")) {
                        slots.add((String) arguments[0]);
                    }
                    return method.invoke(emitter, arguments);
                });
    }

    private void there(String... versions) {
        factory.bindSigner(algorithm(), Map.of(Signer.SIGNATURE_VERSION, versions));
    }

    private Signer algorithm() {
        return (r, scope) -> signed.add(scope);
    }

    private RequestSigner signer(String version) {
        return factory.create(new Settings(noting(), "s3", regionOfClient, "s3", version, () -> credentials));
    }
}
