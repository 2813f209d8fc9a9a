package org.tucuxi.config.internal;

import java.util.List;

/**
 * A variable of the reference.
 *
 * @param name its name, also for what the program sets
 * @param environment the environment variables that set it, the first that is there wins
 * @param profileKeys the keys of the profile that set it, likewise
 * @param nestedIn the profile's block that sets it last under its own name, or null
 * @param fallback its default, or null
 * @param conversion applied to whatever was found
 */
record Variable(String name, List<String> environment, List<String> profileKeys, String nestedIn, Object fallback,
        Conversion conversion) {

    static Variable of(String name, String profileKey, String environment, Object fallback, Conversion conversion) {
        return new Variable(name, environment == null ? List.of() : List.of(environment),
                profileKey == null ? List.of() : List.of(profileKey), null, fallback, conversion);
    }

    /** A variable whose profile key is its name. */
    static Variable of(String name, String environment, Object fallback, Conversion conversion) {
        return of(name, name, environment, fallback, conversion);
    }

    Variable withFallback(Object value) {
        return new Variable(name, environment, profileKeys, nestedIn, value, conversion);
    }
}
