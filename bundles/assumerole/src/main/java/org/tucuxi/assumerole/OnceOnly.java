package org.tucuxi.assumerole;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.tucuxi.credentials.RefreshWithMfaUnsupportedException;
import org.tucuxi.credentials.TemporaryCredentials;

/** Gets credentials for which somebody types a code: when they end, nobody may be there to type another. */
final class OnceOnly implements Supplier<TemporaryCredentials> {

    private final Supplier<TemporaryCredentials> fetch;
    private final RoleProfile profile;
    private final AtomicBoolean isDone = new AtomicBoolean();

    OnceOnly(Supplier<TemporaryCredentials> fetch, RoleProfile profile) {
        this.fetch = fetch;
        this.profile = profile;
    }

    @Override
    public TemporaryCredentials get() {
        if (!isDone.compareAndSet(false, true)) {
            throw new RefreshWithMfaUnsupportedException("Cannot refresh credentials: MFA token required. The role of"
                    + " the profile \"" + profile.name() + "\" needs a code of " + profile.mfaSerial()
                    + " each time; make a new session to be asked for one");
        }
        return fetch.get();
    }
}
