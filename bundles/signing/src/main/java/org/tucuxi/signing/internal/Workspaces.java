package org.tucuxi.signing.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps a few workspaces for reuse, without a lock. Not thread-locals: those would hold on to the bundle's classes in
 * threads that outlive it.
 */
final class Workspaces {

    private static final int SLOTS = 32;

    private final AtomicReferenceArray<Workspace> idle = new AtomicReferenceArray<>(SLOTS);

    Workspace take() {
        Workspace kept = idle.getAndSet(slot(), null);
        return kept == null ? new Workspace() : kept;
    }

    void giveBack(Workspace work) {
        if (work.isWorthKeeping()) {
            idle.set(slot(), work);
        }
    }

    private static int slot() {
        long id = Thread.currentThread().getId();
        return (int) (id ^ id >>> 5) & SLOTS - 1;
    }
}
