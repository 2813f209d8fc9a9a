/**
 * The hierarchical event emitter, and the whiteboard that binds handler components to it.
 *
 * <p>What it promises:
 * <ul>
 * <li>Names, order, unique ids and results are those of the reference emitter behind its alias table.
 * <li>What code registers is a persistent trie: a copy shares it, costs next to nothing, and goes its own way.
 * <li>What OSGi binds is live: a second trie for each session, shared by all its copies and swapped at once.
 * <li>An emission reads one volatile field, the resolved handlers of its slot. Every change of either trie drops the
 *     resolved handlers of all slots at once, so that an idle client keeps nothing of a bundle that has gone.
 * <li>After a handler component is unbound it is not called any more. An emission that has begun ends with the handlers
 *     it began with, and unbinding waits for it, for a bounded time.
 * <li>A handler that has been running for longer than the framework property {@code tucuxi.handler.slow.seconds} says
 *     (5; 0 for never) in an emission that calls components is reported with its bundle while it is still running, at
 *     most once a minute, and the shell's list of handlers shows it. Emissions read no clock for that.
 * </ul>
 *
 * <p>Locks: {@code Whiteboard} has one for its registry, each emitter has one under which slots are resolved and
 * dropped. The first may be held when the second is taken, never the other way round; no code of a user runs under
 * either.
 */
package org.tucuxi.emitter;
