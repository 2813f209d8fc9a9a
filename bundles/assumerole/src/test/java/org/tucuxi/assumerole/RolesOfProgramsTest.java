package org.tucuxi.assumerole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.Credentials;

class RolesOfProgramsTest {

    private static final String ARN = "arn:aws:iam::123456789012:role/reader";
    private static final String POLICY = "{\"Version\": \"2012-10-17\"}";

    private final World world = new World();
    private final Credentials source = Credentials.of("AKIDPROGRAM", "secret");

    @Test
    void aSessionPolicyGoesAlongAsItIs() {
        Map<String, Object> arguments = Map.of("RoleArn", ARN, "Policy", POLICY, "Tags", List.of(Map.of("Key", "a",
                "Value", "b")), "RoleSessionName", "me");

        world.roles().assume(new ProfilesOfTest(), source, arguments, null).freeze();

        assertThat(world.sts.calls.get(0).parameters()).isEqualTo(arguments);
        assertThat(world.sts.calls.get(0).credentials().freeze().accessKey()).isEqualTo("AKIDPROGRAM");
    }

    @Test
    void nothingIsKeptUnlessTheProgramSaysWhere() {
        Credentials credentials = world.roles().assume(new ProfilesOfTest(), source, Map.of("RoleArn", ARN), null);

        credentials.freeze();
        credentials.freeze();

        assertThat(world.files).isEmpty();
        assertThat(world.sts.calls).hasSize(2);
    }

    @Test
    void whatTheProgramKeepsIsUsedAgain() {
        for (int i = 0; i < 2; i++) {
            world.roles().assume(new ProfilesOfTest(), source, Map.of("RoleArn", ARN), world.in(Path.of("/cache")))
                    .freeze();
        }

        assertThat(world.sts.calls).hasSize(1);
        assertThat(world.files.get(Path.of("/cache"))).hasSize(1);
    }

    @Test
    void aCodeIsAskedForAtEachCall() {
        AtomicInteger asked = new AtomicInteger();
        world.mfa(serial -> "" + asked.incrementAndGet());
        Credentials credentials = world.roles().assume(new ProfilesOfTest(), source,
                Map.of("RoleArn", ARN, "SerialNumber", "arn:mfa"), null);

        credentials.freeze();
        credentials.freeze();

        assertThat(world.sts.calls).extracting(call -> call.parameters().get("TokenCode")).containsExactly("1", "2");
    }
}
