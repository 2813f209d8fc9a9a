package org.tucuxi.services.signin;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.GetAttribute;

/** The method's name before {@code OAuth2} counted as one word. */
@Component
@EventPattern("getattr.signin.create_o_auth2_token")
public final class OldMethodName implements EventHandler<GetAttribute, Object> {

    @Override
    public Object handle(GetAttribute event) {
        return "create_oauth2_token";
    }
}
