package org.tucuxi.signing.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/** What tests sign. */
final class Requests {

    static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final FrozenCredentials WHO = new FrozenCredentials("AKIDEXAMPLE", SECRET, null, null);

    private Requests() {
    }

    static AwsRequest get(String url) {
        return of("GET", url, HttpBody.EMPTY);
    }

    static AwsRequest of(String method, String url, HttpBody body) {
        return new AwsRequest(method, url, new HttpHeaders(), body, null, false, new HashMap<>());
    }

    static Signer.Scope scope(String version, Map<String, Object> context) {
        return new Signer.Scope(version, WHO, "us-east-1", "service", context);
    }
}
