package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.MetadataRetrievalException;
import org.tucuxi.credentials.internal.metadata.LocalServer.Reply;

/** Asking the metadata service of an EC2 instance once. */
class InstanceRoleTest extends MetadataTesting {

    private final InstanceRole provider = provider();

    private InstanceRole provider() {
        InstanceRole role = new InstanceRole(refresh, new ExpiryExtension(clock, () -> 300));
        role.transport = transport;
        return role;
    }

    @Test
    void theCredentialsOfTheRoleAreGotWithAToken() {
        behavesLikeAnInstance(keys("AKID", in(360)));

        Credentials found = provider.load(settings).credentials();

        assertThat(found.freeze()).isEqualTo(frozen("AKID", null));
        assertThat(found.method()).isEqualTo("iam-role");
        assertThat(found.expiry()).contains(in(360));
        assertThat(server.asked()).containsExactly(TOKEN, ROLES, KEYS);
        assertThat(server.seen.get(0).header("x-aws-ec2-metadata-token-ttl-seconds")).isEqualTo("21600");
        assertThat(server.seen.get(2).header(TOKEN_HEADER)).isEqualTo("token-1==");
        assertThat(found.toString()).doesNotContain(SECRET);
    }

    @Test
    void eachRequestNamesWhoAsks() {
        behavesLikeAnInstance(keys("AKID", in(360)));
        settings.environment("AWS_EXECUTION_ENV", "my env").set("user_agent_appid", "shop");

        provider.load(settings);

        assertThat(server.seen).hasSize(3).allSatisfy(request -> assertThat(request.header("User-Agent"))
                .startsWith("Tucuxi/").contains(" ua/2.1 ", " lang/java#").endsWith(" exec-env/my-env app/shop"));
    }

    @Test
    void theNamesAreThoseOfTheReference() {
        assertThat(List.of(provider.name(), provider.canonicalName())).containsExactly("iam-role",
                "Ec2InstanceMetadata");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405})
    void whoHasNoTokensIsAskedWithout(int status) {
        server.on(TOKEN, Reply.of(status, "no"));
        behavesLikeVersion1(keys("AKID", in(360)));
        settings.set("metadata_service_num_attempts", 3);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(server.asked()).containsExactly(TOKEN, ROLES, KEYS);
        assertThat(server.last().header(TOKEN_HEADER)).isNull();
    }

    @Test
    void aTokenThatDoesNotComeInTimeIsNotAskedForAgain() {
        server.on(TOKEN, LocalServer.SILENCE);
        behavesLikeVersion1(keys("AKID", in(360)));
        settings.set("metadata_service_num_attempts", 3);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(server.asked()).containsExactly(TOKEN, ROLES, KEYS);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500, 503, 302})
    void aTokenIsAskedForAsOftenAsConfigured(int status) {
        server.on(TOKEN, Reply.of(status, ""));
        behavesLikeVersion1(keys("AKID", in(360)));
        settings.set("metadata_service_num_attempts", 3);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(server.asked()).containsExactly(TOKEN, TOKEN, TOKEN, ROLES, KEYS);
    }

    @Test
    void aTokenThatComesLateEnoughIsUsed() {
        behavesLikeAnInstance(keys("AKID", in(360)));
        server.on(TOKEN, Reply.of(500, ""), LocalServer.BROKEN, Reply.ok("token-0=="));
        settings.set("metadata_service_num_attempts", 3);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
    }

    @Test
    void aTokenThatIsNoHeaderIsNotUsed() {
        server.on(TOKEN, Reply.ok("a\r\nHost: evil"), Reply.ok(""));
        behavesLikeVersion1(keys("AKID", in(360)));
        settings.set("metadata_service_num_attempts", 2);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(server.last().header(TOKEN_HEADER)).isNull();
    }

    @Test
    void aQuestionForATokenThatIsWrongEndsTheSearch() {
        server.on(TOKEN, Reply.of(400, ""));
        behavesLikeVersion1(keys("AKID", in(360)));

        assertNone("answered with status 400");
        assertThat(server.asked()).containsExactly(TOKEN);
    }

    @Test
    void withoutATokenVersion1CanBeForbidden() {
        server.on(TOKEN, Reply.of(404, ""));
        behavesLikeVersion1(keys("AKID", in(360)));
        settings.set("ec2_metadata_v1_disabled", true);

        assertThatThrownBy(() -> provider.load(settings)).isInstanceOf(MetadataRetrievalException.class)
                .hasMessageContaining("IMDSv1 has been disabled");
        assertThat(server.asked()).containsExactly(TOKEN);
    }

    @Test
    void withATokenForbiddingVersion1ChangesNothing() {
        behavesLikeAnInstance(keys("AKID", in(360)));
        settings.set("ec2_metadata_v1_disabled", true);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
    }

    @Test
    void anInstanceWithoutARoleHasNoCredentials() {
        server.on(TOKEN, Reply.ok("token")).on(ROLES, Reply.of(404, "<html>"));

        assertNone("/latest/meta-data/iam/security-credentials/", "status 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "../user-data", "a b", "role\nother-role", "r?x=y", "rôle"})
    void whatIsNotTheNameOfARoleIsNotAskedFor(String name) {
        behavesLikeAnInstance(keys("AKID", in(360)));
        server.on(ROLES, Reply.ok(name));

        assertNone("no answer of " + server.url());
        assertThat(server.asked()).containsExactly(TOKEN, ROLES);
    }

    @Test
    void eachQuestionIsAskedAsOftenAsConfigured() {
        behavesLikeAnInstance(Reply.of(500, ""), Reply.ok(""), Reply.ok("{\"AccessKeyId\": "), LocalServer.BROKEN,
                keys("AKID", in(360)));
        settings.set("metadata_service_num_attempts", 4);
        assertNone("no answer");
        assertThat(server.asked()).containsExactly(TOKEN, ROLES, KEYS, KEYS, KEYS, KEYS);

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "<html/>", "{\"AccessKeyId\": \"s3cr3t\"", "{} {}"})
    void whatIsNoJsonObjectIsNoAnswer(String body) {
        behavesLikeAnInstance(Reply.ok(body));

        assertNone("the answer cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "SecretAccessKey", "Token", "Expiration"})
    void credentialsWithoutOneOfTheirPartsAreNone(String part) {
        String whole = json("AKID", in(360));
        behavesLikeAnInstance(Reply.ok(whole.replace('"' + part + '"', "\"Other\"")),
                Reply.ok(whole.replaceFirst('"' + part + "\": \"[^\"]*\"", '"' + part + "\": 5")));

        assertNone("the answer has no " + part);
        assertNone("the answer has no " + part);
    }

    @Test
    void whatTheInstanceSaysInsteadIsRepeated() {
        behavesLikeAnInstance(Reply.ok("{\"Code\": \"AssumeRoleUnauthorizedAccess\", \"Message\": \"EC2 cannot\\nassume"
                + "x".repeat(1000) + "\"}"));

        assertNone("Code: AssumeRoleUnauthorizedAccess; Message: EC2 cannot assumexxx");
    }

    @Test
    void anEndThatIsNoTimeIsNoAnswer() {
        behavesLikeAnInstance(keys("AKID", SECRET));

        assertNone("Expiration");
    }

    @Test
    void nobodyThereIsNoError() {
        settings.set("ec2_metadata_service_endpoint", LocalServer.refusing());

        assertNone("Could not connect");
    }

    @Test
    void whoIsSilentIsNotWaitedFor() {
        server.on(TOKEN, Reply.ok("token")).on(ROLES, LocalServer.SILENCE);

        assertNone("Read timeout");
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (LocalServer other = new LocalServer()) {
            behavesLikeAnInstance(keys("AKID", in(360)));
            server.on(ROLES, Reply.redirect(other.url() + "/"));

            assertNone("status 302");
            assertThat(other.seen).isEmpty();
        }
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        behavesLikeAnInstance(Reply.ok(" ".repeat(Conversation.MAX_BODY) + json("AKID", in(360))));

        assertNone("larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE"})
    void theServiceIsNotAskedWhenTheEnvironmentForbidsIt(String value) {
        behavesLikeAnInstance(keys("AKID", in(360)));
        settings.environment("AWS_EC2_METADATA_DISABLED", value).set("ec2_metadata_v1_disabled", true);

        assertNone("AWS_EC2_METADATA_DISABLED is true");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void withoutATransportTheMissingBundleIsNamed() {
        behavesLikeAnInstance(keys("AKID", in(360)));
        provider.transport = null;

        assertNone("org.tucuxi.transport");

        provider.transport = transport;
        assertThat(provider.load(settings).credentials()).isNotNull();
    }

    @Test
    void atLeastOneSecondIsWaitedAndNoAttemptIsNone() {
        behavesLikeAnInstance(keys("AKID", in(360)));
        assertThatThrownBy(() -> provider.load(settings.set("metadata_service_timeout", 0)))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("metadata_service_timeout is 0");

        settings.set("metadata_service_timeout", 1).set("metadata_service_num_attempts", 0);
        assertNone("metadata_service_num_attempts is 0");
    }

    @Test
    void theProxyOfTheEnvironmentIsUsedUnlessTheHostIsExcepted() {
        try (LocalServer proxy = new LocalServer()) {
            proxy.on(TOKEN, Reply.ok("via")).on(ROLES, Reply.ok("web-role")).on(KEYS, keys("VIA", in(360)));
            behavesLikeAnInstance(keys("DIRECT", in(360)));
            settings.environment("HTTP_PROXY", proxy.url());

            assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("VIA");
            assertThat(proxy.last().uri()).startsWith(server.url());
            assertThat(server.seen).isEmpty();

            settings.environment("NO_PROXY", "example.com, 127.0.0.1");
            assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("DIRECT");
            assertThat(proxy.seen).hasSize(3);
        }
    }

    @Test
    void aProxyThatIsNotThereIsAFailedAttempt() {
        settings.environment("http_proxy", LocalServer.refusing());

        assertNone("Failed to connect to proxy");
    }

    private void assertNone(String... reasons) {
        CredentialAnswer answer = provider.load(settings);
        assertThat(answer.credentials()).isNull();
        assertThat(answer.reason()).contains(reasons).doesNotContain(SECRET).hasSizeLessThan(500);
    }
}
