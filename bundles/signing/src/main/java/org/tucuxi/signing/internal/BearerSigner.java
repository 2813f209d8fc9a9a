package org.tucuxi.signing.internal;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.NoAuthTokenException;
import org.tucuxi.credentials.TokenRetrievalException;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/**
 * The signature version {@code bearer}: sends a token as RFC 6750, section 2.1 has it. The scheme of the URL is not
 * looked at, as in the reference: endpoints with plain HTTP are the user's choice.
 */
@Component(service = Signer.class, property = Signer.SIGNATURE_VERSION + "=" + BearerSigner.VERSION)
public final class BearerSigner implements Signer {

    static final String VERSION = "bearer";

    @Override
    public void sign(AwsRequest request, Scope scope) {
        BearerToken token = scope.token();
        if (token == null) {
            throw new NoAuthTokenException("Unable to locate authorization token. "
                    + (scope.name() == null ? "" : "Set " + BearerToken.variable(scope.name()) + ", or ")
                    + "name an sso_session in the profile and sign in; the provider for it is in the bundle"
                    + " org.tucuxi.sso. The report of the session's tokenResolver() says who was asked");
        }
        checkCharacters(token.value());
        request.headers().put("Authorization", "Bearer " + token.value());
    }

    /** A line break that a file or a variable ends with would else be an error about headers. */
    private static void checkCharacters(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 127) {
                throw new TokenRetrievalException("The bearer token cannot be sent: the character at index " + i
                        + " of " + value.length() + " is a blank, a control character or not ASCII");
            }
        }
    }

    @Override
    public boolean requiresRegion() {
        return false;
    }

    @Override
    public boolean takesToken() {
        return true;
    }
}
