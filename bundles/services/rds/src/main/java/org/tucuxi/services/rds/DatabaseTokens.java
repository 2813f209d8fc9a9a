package org.tucuxi.services.rds;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.Client;
import org.tucuxi.MethodArguments;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.AuthToken;

/**
 * Adds {@code generate_db_auth_token(DBHostname, Port, DBUsername[, Region])}: a password for a database, good for
 * 15 minutes. Nothing is sent for it.
 */
@Component
@EventPattern("creating-client-class.rds")
public final class DatabaseTokens implements EventHandler<CreatingClientClass, Void> {

    private static final String METHOD = "generate_db_auth_token";
    private static final List<String> NAMES = List.of("DBHostname", "Port", "DBUsername", "Region");
    private static final AuthToken TOKEN = new AuthToken("connect", "rds-db");

    @Override
    public Void handle(CreatingClientClass event) {
        event.classAttributes().put(METHOD, DatabaseTokens::token);
        return null;
    }

    private static Object token(Client client, Object... given) {
        MethodArguments arguments = MethodArguments.of(METHOD, NAMES, given);
        return TOKEN.make(client, arguments.requiredText("DBHostname") + ':' + arguments.required("Port"),
                Map.of("DBUser", arguments.requiredText("DBUsername")), arguments.text("Region"), AuthToken.EXPIRY);
    }
}
