package org.tucuxi.models;

import java.util.List;
import org.tucuxi.model.ModelCatalog;

/** The service bundles, as a catalogue sees them. */
interface Bundles {

    /** No bundles: outside of a framework. */
    Bundles NONE = new Bundles() {
        @Override
        public List<BundleRoot> roots() {
            return List.of();
        }

        @Override
        public Absence absence(String service, String version) {
            return null;
        }

        @Override
        public List<ModelCatalog.Entry> absentEntries() {
            return List.of();
        }

        @Override
        public long changes() {
            return 0;
        }

        @Override
        public boolean awaitChange(long seen, long since) {
            return false;
        }
    };

    /**
     * A service whose bundle is installed but not started.
     *
     * @param reason for the message
     * @param changedAt since when, as {@link System#nanoTime()}
     */
    record Absence(String reason, long changedAt) {
    }

    /** The bundles that are started, the newest version first. */
    List<BundleRoot> roots();

    /** Why a service is absent, or null when no bundle has it; the version may be null for any. */
    Absence absence(String service, String version);

    /** What the bundles would bring that are not started. */
    List<ModelCatalog.Entry> absentEntries();

    /** Grows with every change. */
    long changes();

    /**
     * Waits a little for a change.
     *
     * @param seen what {@link #changes()} was
     * @param since when what is missing went missing
     * @return false when that is so long ago that waiting is no use
     */
    boolean awaitChange(long seen, long since);
}
