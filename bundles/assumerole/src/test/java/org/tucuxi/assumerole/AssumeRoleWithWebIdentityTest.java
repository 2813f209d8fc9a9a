package org.tucuxi.assumerole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;

class AssumeRoleWithWebIdentityTest {

    private static final String POD = "arn:aws:iam::123456789012:role/pod";
    private static final String CI = "arn:aws:iam::123456789012:role/ci";

    private final World world = new World();
    private final ProfilesOfTest profiles = new ProfilesOfTest();
    @TempDir
    private Path folder;
    private Path token;

    @BeforeEach
    void token() throws IOException {
        token = Files.writeString(folder.resolve("token"), "web.identity.token\n");
    }

    private CredentialAnswer answer() {
        return world.webIdentity().load(profiles);
    }

    private Credentials load() {
        return answer().credentials();
    }

    private FakeSts.Call onlyCall() {
        assertThat(world.sts.calls).hasSize(1);
        return world.sts.calls.get(0);
    }

    @Test
    void withoutTokenFileThereAreNone() {
        profiles.with("role", "role_arn", POD);

        assertThat(answer().credentials()).isNull();
        assertThat(answer().reason()).contains("web_identity_token_file").contains("AWS_WEB_IDENTITY_TOKEN_FILE");
    }

    @Test
    void theTokenAssumesTheRoleWithoutSignature() {
        profiles.environment.putAll(Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(), "AWS_ROLE_ARN", POD,
                "AWS_ROLE_SESSION_NAME", "me"));

        Credentials credentials = load();

        assertThat(credentials.method()).isEqualTo("assume-role-with-web-identity");
        assertThat(credentials.freeze().accessKey()).isEqualTo("ASIApod");
        assertThat(credentials.freeze().accountId()).isEqualTo("210987654321");
        assertThat(onlyCall().operation()).isEqualTo("AssumeRoleWithWebIdentity");
        assertThat(onlyCall().signatureVersion()).isEqualTo("unsigned");
        assertThat(onlyCall().credentials()).isNull();
        assertThat(onlyCall().parameters()).isEqualTo(Map.of("RoleArn", POD, "RoleSessionName", "me",
                "WebIdentityToken", "web.identity.token\n"));
        assertThat(world.sts.open).as("sessions left open").isZero();
    }

    @Test
    void aProfileSaysItAsWell() {
        profiles.with("role", "web_identity_token_file", token.toString(), "role_arn", CI, "role_session_name", "ci");

        load().freeze();

        assertThat(onlyCall().parameters()).containsEntry("RoleArn", CI).containsEntry("RoleSessionName", "ci");
    }

    @Test
    void eachValueOfTheEnvironmentGoesBeforeTheProfiles() {
        profiles.with("role", "web_identity_token_file", "/nowhere", "role_arn", CI, "role_session_name", "ci");
        profiles.environment.putAll(Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(), "AWS_ROLE_ARN", POD));

        load().freeze();

        assertThat(onlyCall().parameters()).containsEntry("RoleArn", POD).containsEntry("RoleSessionName", "ci");
    }

    @Test
    void anEmptyVariableSwitchesTheProfileOff() {
        profiles.with("role", "web_identity_token_file", token.toString(), "role_arn", CI);
        profiles.environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", "");

        assertThat(answer().credentials()).isNull();
    }

    @Test
    void aProfileThatTheProgramChoseSwitchesTheEnvironmentOff() {
        profiles.isExplicit = true;
        profiles.with("role", "region", "eu-west-1");
        profiles.environment.putAll(Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(), "AWS_ROLE_ARN", POD));

        assertThat(answer().credentials()).isNull();
        assertThat(answer().reason()).contains("the program chose the profile");
    }

    @Test
    void withoutRoleItIsAMistake() {
        profiles.environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class).hasMessageContaining("AWS_ROLE_ARN");
    }

    @Test
    void theFileIsReadAtEachRefresh() throws IOException {
        world.diskFailure = new UncheckedIOException(new IOException("read-only"));
        profiles.with("role", "web_identity_token_file", token.toString(), "role_arn", CI);
        Credentials credentials = load();
        credentials.freeze();
        Files.writeString(token, "rotated");

        credentials.freeze();

        assertThat(world.sts.calls).extracting(call -> call.parameters().get("WebIdentityToken"))
                .containsExactly("web.identity.token\n", "rotated");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        profiles.with("role", "web_identity_token_file", folder.resolve("gone").toString(), "role_arn", CI);
        Credentials credentials = load();

        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining(folder.resolve("gone").toString()).hasMessageContaining("NoSuchFileException");
        assertThat(world.sts.calls).isEmpty();
    }

    @Test
    void aFolderIsNoTokenFile() {
        profiles.with("role", "web_identity_token_file", folder.toString(), "role_arn", CI);

        assertThatThrownBy(load()::freeze).hasMessageContaining("it is not a file");
    }

    @Test
    void aFileOfAnySizeIsNotReadWhole() throws IOException {
        Files.write(token, new byte[(1 << 16) + 1]);
        profiles.with("role", "web_identity_token_file", token.toString(), "role_arn", CI);

        assertThatThrownBy(load()::freeze).hasMessageContaining("larger than 65536 bytes");
    }

    @Test
    void theTokenIsNoPartOfTheCachesName() {
        profiles.with("role", "web_identity_token_file", token.toString(), "role_arn", CI);

        load().freeze();

        assertThat(world.cli()).containsOnlyKeys(
                RoleArguments.of(Map.of("RoleArn", CI), world.clock).cacheKey());
    }
}
