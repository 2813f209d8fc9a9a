package org.tucuxi.signing.internal;

import org.tucuxi.signing.Signer;

/** What differs between signatures that only one region takes and those that several take. */
interface Mark {

    /** What the region set is called among headers and query parameters. */
    String REGION_SET = "X-Amz-Region-Set";

    /** The algorithm's name. */
    String algorithm();

    /** The credential scope of a day. */
    String credentialScope(String day, Signer.Scope scope);

    /** The regions that take the signature, where it has to say so; else null. */
    String regionSet(Signer.Scope scope);

    /** How many characters a signature of a chunk has; a shorter one is filled up with asterisks. */
    int chunkSignatureLength();

    /** Gets the key ready; the text of the workspace is lost. */
    Key key(Signer.Scope scope, String day, Workspace work);

    /** Signs the text of a workspace. */
    @FunctionalInterface
    interface Key {
        byte[] signText(Workspace work);
    }

    /**
     * Signs the canonical request that is the workspace's text; {@code steps[1]} gets what the key signs, unless null.
     */
    default byte[] seal(Signer.Scope scope, SigningTime time, String credentialScope, Workspace work, String[] steps) {
        Bytes text = work.text();
        byte[] hash = work.sha256OfText();
        Key key = key(scope, time.day(), work);
        text.truncate(0).utf8(algorithm()).put('\n').utf8(time.timestamp()).put('\n').utf8(credentialScope).put('\n')
                .hex(hash);
        if (steps != null) {
            steps[1] = text.text(0, text.size());
        }
        return key.signText(work);
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
        public String regionSet(Signer.Scope scope) {
            return null;
        }

        @Override
        public int chunkSignatureLength() {
            return 64;
        }

        @Override
        public Key key(Signer.Scope scope, String day, Workspace work) {
            var key = keys.get(scope.credentials(), day, scope.region(), scope.name(), work);
            return text -> text.hmacOfText(key);
        }
    }

    /** AWS4-ECDSA-P256-SHA256: the key is good for all regions, and the request says which ones are meant. */
    record Ecdsa(EcdsaKeys keys) implements Mark {

        @Override
        public String algorithm() {
            return EcdsaKeys.ALGORITHM;
        }

        @Override
        public String credentialScope(String day, Signer.Scope scope) {
            return day + '/' + scope.name() + "/aws4_request";
        }

        @Override
        public String regionSet(Signer.Scope scope) {
            return scope.region();
        }

        /** The longest that the DER form of a P-256 signature can be: 72 bytes. */
        @Override
        public int chunkSignatureLength() {
            return 144;
        }

        @Override
        public Key key(Signer.Scope scope, String day, Workspace work) {
            var key = keys.get(scope.credentials());
            return text -> EcdsaKeys.sign(key, text.text());
        }
    }
}
