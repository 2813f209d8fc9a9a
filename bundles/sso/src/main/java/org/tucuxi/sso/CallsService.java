package org.tucuxi.sso;

import java.util.Map;
import org.tucuxi.config.Configuration;

/** Calls an AWS service without signing: what is sent holds its own proof. */
@FunctionalInterface
interface CallsService {

    /**
     * Makes one call.
     *
     * @param configuration of the session that needs something
     * @param call what to call, and where
     * @return the result
     * @throws org.tucuxi.ClientException when the service answers with an error
     * @throws org.tucuxi.UnsatisfiedException when a bundle is missing; the message names it
     * @throws org.tucuxi.TucuxiException when anything else goes wrong
     */
    Map<String, Object> call(Configuration configuration, ServiceCall call);

    /**
     * What to call.
     *
     * @param service the client's name
     * @param region its region
     * @param operation the operation
     * @param parameters its parameters, among them secrets
     */
    record ServiceCall(String service, String region, String operation, Map<String, ?> parameters) {

        /** Shows no parameters. */
        @Override
        public String toString() {
            return service + ':' + operation + " in " + region;
        }
    }
}
