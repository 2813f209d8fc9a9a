package org.tucuxi.models;

import java.util.Collection;

/** A place with models: a folder, or a service bundle. */
interface ModelRoot {

    /** The services that it has. */
    Collection<String> services();

    /** The API versions of a service; empty when it has none. */
    Collection<String> versions(String service);

    /** The types of data of a version; empty when there is no such version. */
    Collection<String> types(String service, String version);

    /** The file of a type, the plain one before the compressed one; null when there is none. The names are valid. */
    DataFile find(String service, String version, String type);

    /** Where a service of this root comes from, for people. */
    String describe(String service);

    /** What was read from this root. */
    ModelCache cache();

    /** The gate that calls go through; null when calls are free. */
    Gate gate();

    /** Why its services cannot be used now; null when they can. Opens the gate when all is there. */
    String unavailable();

    /** When the answer of {@link #unavailable()} may have changed last, as {@link System#nanoTime()}. */
    long changedAt();
}
