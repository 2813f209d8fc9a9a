package org.tucuxi.credentials;

/** Credentials that never change. */
record StaticCredentials(FrozenCredentials freeze, String method) implements Credentials {

    @Override
    public String toString() {
        return "Credentials(" + method + ", " + freeze + ')';
    }
}
