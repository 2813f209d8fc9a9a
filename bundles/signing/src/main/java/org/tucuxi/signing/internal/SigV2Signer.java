package org.tucuxi.signing.internal;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.FormBody;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/** The signature version {@code v2} of old query services: parameters among the others, of the form or of the query. */
@Component(service = Signer.class, property = Signer.SIGNATURE_VERSION + "=v2")
public final class SigV2Signer implements Signer {

    private static final String SIGNATURE = "Signature";

    private final Clock clock;

    /** Signs by this computer's clock. */
    @Activate
    public SigV2Signer() {
        this(Clock.systemUTC());
    }

    SigV2Signer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean requiresRegion() {
        return false;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        SigV4.checkCredentials(scope);
        FrozenCredentials who = scope.credentials();
        Map<String, Object> parameters = parameters(request);
        parameters.put("AWSAccessKeyId", who.accessKey());
        parameters.put("SignatureVersion", "2");
        parameters.put("SignatureMethod", LegacyMac.SHA256);
        parameters.put("Timestamp", SigningTime.now(clock, request.context()).isoDate());
        if (who.token() != null && !who.token().isEmpty()) {
            parameters.put("SecurityToken", who.token());
        }
        parameters.put(SIGNATURE, LegacyMac.base64(LegacyMac.SHA256, who, stringToSign(request, parameters)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object> parameters(AwsRequest request) {
        if (request.body() instanceof FormBody form) {
            return form.fields();
        }
        if (request.body().length() != 0) {
            throw new UnsupportedSignatureVersionException("The signature version v2 is for forms and queries; the body"
                    + " of this request is neither. Use v4");
        }
        return (Map) request.params();
    }

    /** Not among what is signed: the signature that an earlier attempt left. */
    private static String stringToSign(AwsRequest request, Map<String, Object> parameters) {
        Url url = new Url(request.url());
        Bytes out = new Bytes(512).utf8(request.method()).put('\n');
        out.utf8(url.text(), url.authorityStart(), url.pathStart()).put('\n');
        out.utf8(url.pathStart() == url.pathEnd() ? "/" : "").utf8(url.text(), url.pathStart(), url.pathEnd());
        char separator = '\n';
        for (Map.Entry<String, Object> parameter : new TreeMap<>(parameters).entrySet()) {
            if (!parameter.getKey().equals(SIGNATURE)) {
                String value = String.valueOf(parameter.getValue());
                out.put(separator).percentEncoded(parameter.getKey(), 0, parameter.getKey().length()).put('=')
                        .percentEncoded(value, 0, value.length());
                separator = '&';
            }
        }
        return out.text(0, out.size());
    }
}
