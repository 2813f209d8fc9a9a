package org.tucuxi.assumerole;

import java.util.function.Function;
import org.osgi.service.component.ComponentContext;
import org.tucuxi.SessionFactory;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.MfaCodes;

/**
 * The services that are looked up when they are needed. Bound at activation they would make a circle: the factories of
 * sessions and of chains are made of providers.
 */
final class Services {

    static final String SESSIONS = "sessions";
    static final String RESOLVERS = "resolvers";
    static final String MFA_CODES = "mfaCodes";

    private final Function<String, Object> lookup;

    Services(Function<String, Object> lookup) {
        this.lookup = lookup;
    }

    static Services of(ComponentContext context) {
        return new Services(context::locateService);
    }

    SessionFactory sessions() {
        return (SessionFactory) required(SESSIONS, "SessionFactory", "org.tucuxi.client");
    }

    CredentialResolverFactory resolvers() {
        return (CredentialResolverFactory) required(RESOLVERS, "CredentialResolverFactory", "org.tucuxi.credentials");
    }

    /** Asks for a code; whoever answers is a stranger to this bundle. */
    String mfaCode(String serial) {
        MfaCodes codes = (MfaCodes) lookup.apply(MFA_CODES);
        if (codes == null) {
            throw new CredentialRetrievalException("Error when retrieving credentials from " + AssumeRole.NAME
                    + ": a code of the MFA device " + serial + " is needed, and nobody can be asked for it. Register a"
                    + " service " + MfaCodes.class.getName());
        }
        String code = codes.code(serial);
        if (code == null || code.isBlank()) {
            throw new CredentialRetrievalException("Error when retrieving credentials from " + AssumeRole.NAME
                    + ": there was no answer to the question for a code of the MFA device " + serial);
        }
        return code.strip();
    }

    private Object required(String reference, String type, String bundle) {
        Object service = lookup.apply(reference);
        if (service == null) {
            throw new UnsatisfiedException("Assuming a role needs the service " + type
                    + ": install and start the bundle " + bundle);
        }
        return service;
    }
}
