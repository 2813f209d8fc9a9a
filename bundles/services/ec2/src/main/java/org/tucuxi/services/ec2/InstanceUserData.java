package org.tucuxi.services.ec2;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.UserData;

/** User data is sent in Base64. */
@Component
@EventPattern("before-parameter-build.ec2.RunInstances")
public final class InstanceUserData implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        UserData.encode(event.params());
        return null;
    }
}
