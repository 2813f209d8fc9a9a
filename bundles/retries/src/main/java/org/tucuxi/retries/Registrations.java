package org.tucuxi.retries;

import java.util.List;
import org.tucuxi.event.Registration;

/** Several registrations that are taken back together. */
record Registrations(List<Registration> all) implements Registration {

    static Registration of(Registration... all) {
        return new Registrations(List.of(all));
    }

    @Override
    public void close() {
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).close();
        }
    }
}
