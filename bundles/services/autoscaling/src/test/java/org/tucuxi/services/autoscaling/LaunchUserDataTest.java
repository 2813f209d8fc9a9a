package org.tucuxi.services.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.services.shared.testing.ServiceEvents;

class LaunchUserDataTest {

    private static final ServiceEvents AUTOSCALING = ServiceEvents.of("autoscaling");

    @Test
    void sendsUserDataInBase64() {
        BeforeParameterBuild text = AUTOSCALING.parameters("CreateLaunchConfiguration", Map.of("UserData", "grün"));
        BeforeParameterBuild bytes = AUTOSCALING.parameters("CreateLaunchConfiguration", Map.of("UserData", new byte[] {1, 2, 3}));
        BeforeParameterBuild none = AUTOSCALING.parameters("CreateLaunchConfiguration", Map.of());

        new LaunchUserData().handle(text);
        new LaunchUserData().handle(bytes);
        new LaunchUserData().handle(none);

        assertThat(text.params()).containsEntry("UserData", "Z3LDvG4=");
        assertThat(bytes.params()).containsEntry("UserData", "AQID");
        assertThat(none.params()).isEmpty();
    }
}
