package org.tucuxi.services.dsql;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.MethodArguments;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.AuthToken;

/**
 * Adds {@code generate_db_connect_auth_token} and {@code generate_db_connect_admin_auth_token} of {@code
 * (Hostname[, Region[, ExpiresIn]])}: a password for a cluster, good for that many seconds, 900 unless said
 * otherwise. Nothing is sent for it.
 */
@Component
@EventPattern("creating-client-class.dsql")
public final class ConnectTokens implements EventHandler<CreatingClientClass, Void> {

    private static final List<String> NAMES = List.of("Hostname", "Region", "ExpiresIn");

    @Override
    public Void handle(CreatingClientClass event) {
        add(event, "generate_db_connect_auth_token", new AuthToken("DbConnect", "dsql"));
        add(event, "generate_db_connect_admin_auth_token", new AuthToken("DbConnectAdmin", "dsql"));
        return null;
    }

    private static void add(CreatingClientClass event, String method, AuthToken token) {
        event.classAttributes().put(method, (client, given) -> {
            MethodArguments arguments = MethodArguments.of(method, NAMES, given);
            return token.make(client, arguments.requiredText("Hostname"), Map.of(), arguments.text("Region"),
                    arguments.duration("ExpiresIn", AuthToken.EXPIRY));
        });
    }
}
