package org.tucuxi.signing.internal;

import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/** What differs between signatures that only one region takes and those that several take. */
interface Mark {

    /** The algorithm's name. */
    String algorithm();

    /** The credential scope of a day. */
    String credentialScope(String day, Signer.Scope scope);

    /** Sets the headers that only this algorithm has. */
    void setHeaders(HttpHeaders headers, Signer.Scope scope);

    /** Gets the key ready; the text of the workspace is lost. */
    Key key(Signer.Scope scope, String day, Workspace work);

    /** Signs the text of a workspace. */
    @FunctionalInterface
    interface Key {
        byte[] signText(Workspace work);
    }

    /** AWS4-HMAC-SHA256: the key is good for a day, a region and a service. */
    record Hmac(SigningKeys keys) implements Mark {

        @Override
        public String algorithm() {
            return "AWS4-HMAC-SHA256";
        }

        @Override
        public String credentialScope(String day, Signer.Scope scope) {
            return day + '/' + scope.region() + '/' + scope.name() + "/aws4_request";
        }

        @Override
        public void setHeaders(HttpHeaders headers, Signer.Scope scope) {
            // none
        }

        @Override
        public Key key(Signer.Scope scope, String day, Workspace work) {
            var key = keys.get(scope.credentials(), day, scope.region(), scope.name(), work);
            return text -> text.hmacOfText(key);
        }
    }

    /** AWS4-ECDSA-P256-SHA256: the key is good for all regions, and a header says which ones are meant. */
    record Ecdsa(EcdsaKeys keys) implements Mark {

        private static final String REGION_SET = "X-Amz-Region-Set";

        @Override
        public String algorithm() {
            return EcdsaKeys.ALGORITHM;
        }

        @Override
        public String credentialScope(String day, Signer.Scope scope) {
            return day + '/' + scope.name() + "/aws4_request";
        }

        @Override
        public void setHeaders(HttpHeaders headers, Signer.Scope scope) {
            headers.put(REGION_SET, scope.region());
        }

        @Override
        public Key key(Signer.Scope scope, String day, Workspace work) {
            var key = keys.get(scope.credentials());
            return text -> EcdsaKeys.sign(key, text.text());
        }
    }
}
