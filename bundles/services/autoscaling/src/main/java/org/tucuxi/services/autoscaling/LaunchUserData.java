package org.tucuxi.services.autoscaling;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.UserData;

/** User data is sent in Base64. */
@Component
@EventPattern("before-parameter-build.auto-scaling.CreateLaunchConfiguration")
public final class LaunchUserData implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        UserData.encode(event.params());
        return null;
    }
}
