package org.tucuxi.assumerole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.InfiniteLoopConfigException;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.RefreshWithMfaUnsupportedException;
import org.tucuxi.model.UnknownServiceException;

class AssumeRoleTest {

    private static final String READER = "arn:aws:iam::123456789012:role/reader";
    private static final String WRITER = "arn:aws:iam::123456789012:role/writer";

    private final World world = new World();
    private final ProfilesOfTest profiles = new ProfilesOfTest().with("keys", "aws_access_key_id", "AKIDKEYS");

    private Credentials load() {
        CredentialAnswer answer = world.assumeRole().load(profiles);
        assertThat(answer.reason()).isNull();
        return answer.credentials();
    }

    private FakeSts.Call onlyCall() {
        assertThat(world.sts.calls).hasSize(1);
        return world.sts.calls.get(0);
    }

    @Test
    void aProfileWithoutRoleHasNone() {
        profiles.with("role", "region", "eu-west-1");

        CredentialAnswer answer = world.assumeRole().load(profiles);

        assertThat(answer.credentials()).isNull();
        assertThat(answer.reason()).isEqualTo("the profile 'role' has no role_arn");
    }

    @Test
    void aProfileWithATokenFileIsForTheOtherProvider() {
        profiles.with("role", "role_arn", READER, "web_identity_token_file", "/token");

        assertThat(world.assumeRole().load(profiles).reason()).contains("assume-role-with-web-identity");
    }

    @Test
    void withoutAChosenProfileTheDefaultOneCounts() {
        profiles.profile = null;
        profiles.with("default", "role_arn", READER, "source_profile", "keys");

        assertThat(load().freeze().accessKey()).isEqualTo("ASIAreader");
    }

    @Test
    void theCredentialsTellThatTheyAreOfARoleAndOfASourceProfile() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys");

        assertThat(load().features()).contains("i", "o").doesNotContain("p");
    }

    @Test
    void theSourceProfilesKeysAssumeTheRole() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "role_session_name", "me",
                "external_id", "x", "duration_seconds", " 3600 ");

        FrozenCredentials keys = load().freeze();

        assertThat(keys).isEqualTo(
                new FrozenCredentials("ASIAreader", "secret-reader", "token-reader", "210987654321"));
        assertThat(onlyCall().service()).isEqualTo("sts");
        assertThat(onlyCall().operation()).isEqualTo("AssumeRole");
        assertThat(onlyCall().credentials().freeze().accessKey()).isEqualTo("AKIDKEYS");
        assertThat(onlyCall().parameters()).isEqualTo(Map.of("RoleArn", READER, "RoleSessionName", "me",
                "ExternalId", "x", "DurationSeconds", 3600));
        assertThat(world.sts.open).as("sessions left open").isZero();
    }

    @Test
    void theCredentialsNameTheProvider() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys");

        assertThat(load().method()).isEqualTo("assume-role");
    }

    @Test
    void loadingAsksNobody() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys");

        load();

        assertThat(world.sts.calls).isEmpty();
    }

    @Test
    void aSessionWithoutNameGetsOneOfTheTime() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "role_session_name", "");

        load().freeze();

        assertThat(onlyCall().parameters()).containsEntry("RoleSessionName",
                "botocore-session-" + world.clock.instant().getEpochSecond());
    }

    @Test
    void aDurationThatIsNoNumberIsPassedOver() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "duration_seconds", "an hour");

        load().freeze();

        assertThat(onlyCall().parameters()).doesNotContainKey("DurationSeconds");
    }

    @Test
    void aRoleIsAssumedWithARole() {
        profiles.with("role", "role_arn", WRITER, "source_profile", "middle")
                .with("middle", "role_arn", READER, "source_profile", "keys");

        FrozenCredentials keys = load().freeze();

        assertThat(keys.accessKey()).isEqualTo("ASIAwriter");
        assertThat(world.sts.calls).extracting(call -> call.parameters().get("RoleArn"))
                .containsExactly(READER, WRITER);
        assertThat(world.sts.calls.get(1).credentials().freeze().accessKey()).isEqualTo("ASIAreader");
    }

    @Test
    void theWholeChainIsCalledWithTheSessionsConfiguration() {
        profiles.with("role", "role_arn", WRITER, "source_profile", "middle", "region", "eu-west-1")
                .with("middle", "role_arn", READER, "source_profile", "keys", "region", "us-west-2");

        load().freeze();

        assertThat(world.sts.calls).extracting(FakeSts.Call::configuration).allMatch(profiles::equals);
    }

    @Test
    void aProfileMayAssumeARoleWithItsOwnKeys() {
        profiles.with("role", "role_arn", READER, "source_profile", "role", "aws_access_key_id", "AKIDOWN");

        load().freeze();

        assertThat(onlyCall().credentials().freeze().accessKey()).isEqualTo("AKIDOWN");
    }

    @Test
    void aProfileThatNamesItselfWithoutKeysIsALoop() {
        profiles.with("role", "role_arn", READER, "source_profile", "role");

        assertThatThrownBy(this::load).isInstanceOf(InfiniteLoopConfigException.class)
                .hasMessageContaining("Infinite loop").hasMessageContaining("\"role\"");
    }

    @Test
    void profilesThatNameEachOtherAreALoop() {
        profiles.with("role", "role_arn", READER, "source_profile", "b")
                .with("b", "role_arn", WRITER, "source_profile", "c")
                .with("c", "role_arn", WRITER, "source_profile", "b");

        assertThatThrownBy(this::load).isInstanceOf(InfiniteLoopConfigException.class)
                .hasMessageContaining("Visited: role, b, c");
    }

    @Test
    void keysOfASourceGoBeforeItsRole() {
        profiles.with("role", "role_arn", READER, "source_profile", "both")
                .with("both", "role_arn", WRITER, "source_profile", "role", "aws_access_key_id", "AKIDBOTH");

        load().freeze();

        assertThat(onlyCall().credentials().freeze().accessKey()).isEqualTo("AKIDBOTH");
    }

    @Test
    void aSourceMustExist() {
        profiles.with("role", "role_arn", READER, "source_profile", "nobody");

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class)
                .hasMessage("The source_profile \"nobody\" referenced in the profile \"role\" does not exist");
    }

    @Test
    void aSourceMustHaveCredentials() {
        profiles.with("role", "role_arn", READER, "source_profile", "empty").with("empty", "region", "eu-west-1");

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class)
                .hasMessage("The source profile \"empty\" must have credentials; asked were shared-credentials-file");
    }

    @Test
    void aRoleHasOneSourceOnly() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "credential_source", "Environment");

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("both source_profile and credential_source");
    }

    @Test
    void aRoleNeedsASource() {
        profiles.with("role", "role_arn", READER);

        assertThatThrownBy(this::load).isInstanceOf(PartialCredentialsException.class).hasMessageStartingWith(
                "Partial credentials found in assume-role, missing: source_profile or credential_source");
    }

    @Test
    void aBlockInsteadOfATextIsAMistake() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys");
        profiles.profiles.get("role").put("external_id", Map.of("a", "b"));

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("external_id").hasMessageContaining("block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Environment", "EcsContainer", "Ec2InstanceMetadata"})
    void aProviderCanBeTheSource(String source) {
        world.provider("other", "Other", configuration -> Credentials.of("AKIDOTHER", "secret"));
        world.provider("source", source, configuration -> Credentials.of("AKIDSOURCE", "secret"));
        profiles.with("role", "role_arn", READER, "credential_source", source);

        load().freeze();

        assertThat(onlyCall().credentials().freeze().accessKey()).isEqualTo("AKIDSOURCE");
    }

    @Test
    void theEnvironmentCanBeTheSourceOfAProfileThatTheProgramChose() {
        world.provider("env", "Environment", configuration -> configuration.isProfileExplicit() ? null
                : Credentials.of("AKIDENV", "secret"));
        profiles.isExplicit = true;
        profiles.with("role", "role_arn", READER, "credential_source", "Environment");

        assertThat(load().freeze().accessKey()).isEqualTo("ASIAreader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "SharedConfig", "", "Env"})
    void otherSourcesAreNotValid(String source) {
        profiles.with("role", "role_arn", READER, "credential_source", source);

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("Ec2InstanceMetadata, EcsContainer, Environment");
    }

    @Test
    void aSourceThatFindsNothingSaysSo() {
        world.provider("iam-role", "Ec2InstanceMetadata", configuration -> null);
        profiles.with("role", "role_arn", READER, "credential_source", "Ec2InstanceMetadata");

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("from Ec2InstanceMetadata").hasMessageContaining("profile role: nothing there");
    }

    @Test
    void theCodeOfTheDeviceGoesAlong() {
        world.mfa(serial -> serial.equals("arn:mfa") ? " 123456 " : null);
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "mfa_serial", "arn:mfa");

        load().freeze();

        assertThat(onlyCall().parameters()).containsEntry("SerialNumber", "arn:mfa")
                .containsEntry("TokenCode", "123456");
    }

    @Test
    void nobodyIsAskedForASecondCode() {
        AtomicInteger asked = new AtomicInteger();
        world.mfa(serial -> "00000" + asked.incrementAndGet());
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "mfa_serial", "arn:mfa");
        Credentials credentials = load();
        credentials.freeze();

        assertThatThrownBy(credentials::freeze).isInstanceOf(RefreshWithMfaUnsupportedException.class)
                .hasMessageStartingWith("Cannot refresh credentials: MFA token required");
        assertThat(asked).hasValue(1);
    }

    @Test
    void withoutSomebodyToAskForACodeTheErrorNamesTheService() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "mfa_serial", "arn:mfa");
        Credentials credentials = load();

        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("arn:mfa").hasMessageContaining("org.tucuxi.credentials.MfaCodes");
        assertThat(world.sts.calls).isEmpty();
    }

    @Test
    void anEmptyCodeIsNotSent() {
        world.mfa(serial -> " ");
        profiles.with("role", "role_arn", READER, "source_profile", "keys", "mfa_serial", "arn:mfa");
        Credentials credentials = load();

        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class);
        assertThat(world.sts.calls).isEmpty();
    }

    @Test
    void theSourceIsFrozenAtEachRefresh() {
        AtomicInteger turn = new AtomicInteger();
        world.provider("source", "EcsContainer", configuration -> world.deferred("source",
                () -> new org.tucuxi.credentials.TemporaryCredentials(
                        new FrozenCredentials("AKID" + turn.incrementAndGet(), "s", null, null), FakeSts.EXPIRY)));
        world.diskFailure = new UncheckedIOException(new IOException("read-only"));
        profiles.with("role", "role_arn", READER, "credential_source", "EcsContainer");
        Credentials credentials = load();

        credentials.freeze();
        credentials.freeze();

        assertThat(world.sts.calls).extracting(call -> call.credentials().freeze().accessKey())
                .containsExactly("AKID1", "AKID2");
    }

    @Test
    void aMissingServiceNamesItsBundle() {
        world.sts.answer = parameters -> {
            throw new UnknownServiceException("no sts");
        };
        profiles.with("role", "role_arn", READER, "source_profile", "keys");
        Credentials credentials = load();

        assertThatThrownBy(credentials::freeze).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining("org.tucuxi.services.sts");
        assertThat(world.sts.open).as("sessions left open").isZero();
    }

    @Test
    void missingSessionsNameTheirBundle() {
        world.services.remove(Services.SESSIONS);
        profiles.with("role", "role_arn", READER, "source_profile", "keys");
        Credentials credentials = load();

        assertThatThrownBy(credentials::freeze).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining("org.tucuxi.client");
    }

    @Test
    void sessionsThatComeLaterAreUsed() {
        Object sessions = world.services.remove(Services.SESSIONS);
        profiles.with("role", "role_arn", READER, "source_profile", "keys");
        Credentials credentials = load();
        world.services.put(Services.SESSIONS, sessions);

        assertThat(credentials.freeze().accessKey()).isEqualTo("ASIAreader");
    }

    @Test
    void aSourceProfileSeesItsOwnKeysAndNoEnvironment() {
        Configuration[] seen = new Configuration[1];
        world.providers.clear();
        world.provider("sso", null, configuration -> {
            seen[0] = configuration;
            return Credentials.of("AKIDSSO", "secret");
        });
        world.provider("env", "Environment", configuration -> Credentials.of("AKIDENV", "secret"));
        profiles.with("role", "role_arn", READER, "source_profile", "people").with("people", "sso_account_id", "1");

        load().freeze();

        assertThat(onlyCall().credentials().freeze().accessKey()).isEqualTo("AKIDSSO");
        assertThat(seen[0].profile()).contains("people");
        assertThat(seen[0].isProfileExplicit()).isTrue();
        assertThat(seen[0].scopedConfig()).containsOnlyKeys("sso_account_id");
        assertThat(seen[0].text("region")).isEqualTo("eu-west-1");
        assertThat(seen[0].with(Map.of("region", "x")).profile()).contains("people");
        assertThat(seen[0].with(Map.of("profile", "keys")).profile()).contains("keys");
        assertThat(seen[0].endpointUrl("sts", "STS", null)).contains("http://sts.invalid");
        assertThat(seen[0].withDefaultsMode("standard", null).profile()).contains("people");
    }

    @Test
    void noSecretIsInAnyText() {
        profiles.with("role", "role_arn", READER, "source_profile", "keys");
        world.sts.answer = parameters -> Map.of("Credentials", Map.of("AccessKeyId", "ASIA", "SecretAccessKey",
                "very-secret", "SessionToken", "very-secret"));
        Credentials credentials = load();

        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("Expiration").hasMessageNotContaining("very-secret");
    }

    @Test
    void everyMistakeIsATucuxiException() {
        for (List<String> keys : List.of(List.of("role_arn", READER),
                List.of("role_arn", "", "source_profile", "keys"))) {
            profiles.with("role", keys.toArray(String[]::new));

            assertThatThrownBy(this::load).isInstanceOf(org.tucuxi.TucuxiException.class);
        }
    }
}
