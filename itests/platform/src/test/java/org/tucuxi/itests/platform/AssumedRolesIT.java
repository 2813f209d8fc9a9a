package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.MfaCodes;
import org.tucuxi.credentials.RefreshWithMfaUnsupportedException;
import org.tucuxi.credentials.RoleCredentials;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpRequest;

/** Roles of profiles, of token files and of programs, assumed at a server that answers as STS does. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class AssumedRolesIT {

    private static final String OF_KEYS = "role_arn = " + RoleWorld.READER + "\nsource_profile = keys\n";

    @TempDir
    private Path home;
    private StsServer sts;
    private RoleWorld world;

    @BeforeEach
    void start(Lab lab) throws IOException {
        sts = new StsServer();
        world = new RoleWorld(lab, home, sts.url());
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    private static Credentials credentials(Session session) {
        return session.credentials().orElseThrow();
    }

    private static Bundle bundle(Lab lab, String name) {
        return List.of(lab.platform().context().getBundles()).stream()
                .filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst().orElseThrow();
    }

    @Test
    void aCallIsSignedWithTheRolesCredentials() throws IOException {
        Wire wire = Wire.ok();
        Client client = wire.attach(world.role(OF_KEYS + "external_id = of-us\nduration_seconds = 3600\n").client("lab"));

        client.call("Echo");

        HttpRequest request = wire.last();
        assertThat(request.headers().get("Authorization")).contains("Credential=ASIA1reader/");
        assertThat(request.headers().get("X-Amz-Security-Token")).isEqualTo(Lab.TOKEN);
        assertThat(sts.requests()).hasSize(1);
        assertThat(sts.requests().get(0).authorization()).contains("Credential=" + Lab.ACCESS_KEY + '/')
                .contains("/eu-west-1/sts/aws4_request");
        assertThat(sts.requests().get(0).form()).containsEntry("Action", "AssumeRole")
                .containsEntry("RoleArn", RoleWorld.READER).containsEntry("ExternalId", "of-us")
                .containsEntry("DurationSeconds", "3600").hasEntrySatisfying("RoleSessionName",
                        name -> assertThat(name).matches("botocore-session-[0-9]+"));
    }

    @Test
    void stsIsCalledInTheRegionOfTheFirstClient() throws IOException {
        world.environment.remove("AWS_REGION");
        Session session = world.role(OF_KEYS);
        ClientConfig west = ClientConfig.builder().regionName("us-west-2").build();
        Client client = Wire.ok().attach(session.client("lab", west));
        session.client("lab", ClientConfig.builder().regionName("eu-west-3").build());

        client.call("Echo");

        assertThat(sts.requests().get(0).authorization()).contains("/us-west-2/sts/aws4_request");
    }

    @Test
    void theSessionThatCalledStsIsGone(Lab lab) throws IOException {
        credentials(world.role(OF_KEYS)).freeze();

        assertThat(lab.platform().factory().sessions()).extracting(Session::name).doesNotContain("org.tucuxi.assumerole");
    }

    @Test
    void theAccountIsTheRoles() throws IOException {
        Credentials credentials = credentials(world.role(OF_KEYS));

        assertThat(credentials.method()).isEqualTo("assume-role");
        assertThat(credentials.freeze().accountId()).isEqualTo(StsServer.ACCOUNT);
    }

    @Test
    void aRoleIsAssumedWithARole() throws IOException {
        Session session = world.session("[profile role]\nrole_arn = " + RoleWorld.WRITER + "\nsource_profile = middle\n"
                + "[profile middle]\nregion = us-west-2\n" + OF_KEYS);

        assertThat(credentials(session).freeze().accessKey()).isEqualTo("ASIA2writer");

        assertThat(sts.requests().get(1).authorization()).contains("Credential=ASIA1reader/")
                .contains("/eu-west-1/sts/");
        assertThat(sts.requests().get(1).token()).isEqualTo(Lab.TOKEN);
    }

    @Test
    void theEnvironmentCanBeTheSource() throws IOException {
        world.environment.put("AWS_ACCESS_KEY_ID", "AKIDENV");
        world.environment.put("AWS_SECRET_ACCESS_KEY", Lab.SECRET_KEY);
        Session session = world.role("role_arn = " + RoleWorld.READER + "\ncredential_source = Environment\n");
        session.credentialResolver().remove("env");

        assertThat(credentials(session).freeze().accessKey()).isEqualTo("ASIA1reader");

        assertThat(sts.requests().get(0).authorization()).contains("Credential=AKIDENV/");
    }

    @Test
    void aTokenAssumesARoleWithoutSignature() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "one.token.part=&");
        world.environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());
        world.environment.put("AWS_ROLE_ARN", RoleWorld.READER);
        sts.answer(request -> StsServer.credentials(request, Duration.ofMinutes(1)));
        Credentials credentials = credentials(world.role("region = eu-west-1\n"));

        credentials.freeze();
        Files.writeString(token, "rotated");
        credentials.freeze();

        assertThat(credentials.method()).isEqualTo("assume-role-with-web-identity");
        assertThat(sts.requests()).extracting(StsServer.Request::authorization).containsExactly(null, null);
        assertThat(sts.requests()).extracting(request -> request.form().get("WebIdentityToken"))
                .containsExactly("one.token.part=&", "rotated");
        assertThat(sts.requests().get(0).form()).containsEntry("Action", "AssumeRoleWithWebIdentity");
    }

    @Test
    void theCodeIsAskedForOnce(Lab lab) throws IOException {
        sts.answer(request -> StsServer.credentials(request, Duration.ofMinutes(1)));
        ServiceRegistration<MfaCodes> codes = lab.platform().context().registerService(MfaCodes.class,
                serial -> serial.equals("arn:aws:iam::123456789012:mfa/me") ? "123456" : null, new Hashtable<>());
        try {
            Credentials credentials = credentials(world.role(OF_KEYS + "mfa_serial = arn:aws:iam::123456789012:mfa/me\n"));
            credentials.freeze();

            assertThat(sts.requests().get(0).form()).containsEntry("SerialNumber", "arn:aws:iam::123456789012:mfa/me")
                    .containsEntry("TokenCode", "123456");
            assertThatThrownBy(credentials::freeze).isInstanceOf(RefreshWithMfaUnsupportedException.class);
        } finally {
            codes.unregister();
        }
    }

    @Test
    void aProgramAssumesARoleWithAPolicy(Lab lab) throws IOException {
        RoleCredentials roles = lab.platform().find(RoleCredentials.class);

        Credentials credentials = roles.assume(world.configuration(), Credentials.of(Lab.ACCESS_KEY, Lab.SECRET_KEY),
                Map.of("RoleArn", RoleWorld.READER, "Policy", "{\"Statement\": []}"), null);

        assertThat(credentials.freeze().accessKey()).isEqualTo("ASIA1reader");
        assertThat(sts.requests().get(0).form()).containsEntry("Policy", "{\"Statement\": []}");
    }

    @Test
    void aRefusalIsTheCallers() throws IOException {
        sts.answer(request -> StsServer.error(403, "AccessDenied", "not you"));
        Client client = Wire.ok().attach(world.role(OF_KEYS).client("lab"));

        ClientException error = catchThrowableOfType(ClientException.class, () -> client.call("Echo"));

        assertThat(error.isA("AccessDenied")).isTrue();
        assertThat(error.operationName()).isEqualTo("AssumeRole");
        assertThat(sts.requests()).hasSize(1);
    }

    @Test
    void anExpiredSignatureOfAWrongClockIsTheCallers() throws IOException {
        sts.answer(request -> StsServer.error(403, "SignatureDoesNotMatch", "Signature not yet current"));
        Credentials credentials = credentials(world.role(OF_KEYS));

        assertThatThrownBy(credentials::freeze).isInstanceOf(ClientException.class)
                .hasMessageContaining("Signature not yet current");
    }

    @Test
    void credentialsOfAClockThatIsAnHourSlowHaveExpiredAlready() throws IOException {
        sts.answer(request -> StsServer.credentials(request, Duration.ofMinutes(-1)));
        Credentials credentials = credentials(world.role(OF_KEYS));

        assertThatThrownBy(credentials::freeze).hasMessageContaining("expired");
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws IOException {
        sts.answer(request -> request.number() == 1 ? StsServer.error(503, "ServiceUnavailable", "later")
                : StsServer.credentials(request, Duration.ofHours(1)));

        assertThat(credentials(world.role(OF_KEYS)).freeze().accessKey()).isEqualTo("ASIA2reader");
    }

    @Test
    void aServerThatStaysInTroubleIsGivenUp() throws IOException {
        sts.answer(request -> new StsServer.Answer(500, ""));
        Credentials credentials = credentials(world.role(OF_KEYS));

        assertThatThrownBy(credentials::freeze).isInstanceOf(ClientException.class);
        assertThat(sts.requests()).hasSize(2);
    }

    @Test
    void answersThatMakeNoSenseAreErrorsWithoutSecrets() throws IOException {
        Credentials credentials = credentials(world.role(OF_KEYS));
        for (String body : List.of("<AssumeRoleResponse><AssumeRoleResult><Credentials><SecretAccessKey>" + Lab.SECRET_KEY
                + "</SecretAccessKey></Credentials></AssumeRoleResult></AssumeRoleResponse>", "<AssumeRoleResponse><Ass",
                "{\"Secret\": \"" + Lab.SECRET_KEY + "\"}", "<html/>", "")) {
            sts.answer(request -> new StsServer.Answer(200, body));

            assertThatThrownBy(credentials::freeze).as(body).isInstanceOf(org.tucuxi.TucuxiException.class)
                    .hasMessageNotContaining(Lab.SECRET_KEY);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        sts.close();
        Credentials credentials = credentials(world.role(OF_KEYS));

        assertThatThrownBy(credentials::freeze).isInstanceOf(EndpointConnectionException.class)
                .hasMessageContaining(sts.url());
    }

    @Test
    void aMissingServiceNamesItsBundle(Lab lab) throws Exception {
        Session session = world.role(OF_KEYS);
        Bundle service = bundle(lab, "org.tucuxi.services.sts");
        service.stop();
        try {
            assertThatThrownBy(() -> credentials(session).freeze()).isInstanceOf(org.tucuxi.TucuxiException.class)
                    .hasMessageContaining("org.tucuxi.services.sts");
        } finally {
            service.start();
        }

        assertThat(credentials(session).freeze().accessKey()).isEqualTo("ASIA1reader");
    }

    @Test
    void withoutTheBundleAChainSaysWhatIsMissing(Lab lab) throws Exception {
        Session session = world.role(OF_KEYS);
        Bundle provider = bundle(lab, "org.tucuxi.assumerole");
        provider.stop();
        try {
            assertThatThrownBy(session::credentials).hasMessageContaining("org.tucuxi.assumerole")
                    .hasMessageContaining("role_arn");
            assertThat(session.credentialResolver().report())
                    .filteredOn(report -> report.provider().equals("assume-role"))
                    .hasSize(1).allSatisfy(report -> {
                        assertThat(report.outcome()).isEqualTo(Outcome.MISSING);
                        assertThat(report.detail()).contains("org.tucuxi.assumerole").contains("role_arn");
                    });
        } finally {
            provider.start();
        }

        assertThat(credentials(session).freeze().accessKey()).isEqualTo("ASIA1reader");
    }

    @Test
    void credentialsOfABundleThatWentSayThatItIsMissing(Lab lab) throws Exception {
        Credentials credentials = credentials(world.role(OF_KEYS));
        Bundle provider = bundle(lab, "org.tucuxi.assumerole");
        provider.stop();
        try {
            assertThatThrownBy(credentials::freeze).isInstanceOf(UnsatisfiedException.class);
        } finally {
            provider.start();
        }
    }
}
