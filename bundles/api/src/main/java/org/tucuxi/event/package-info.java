/**
 * The event system: every step of every call is an event with a hierarchical name, and anybody may handle it.
 *
 * <p>A handler is a Declarative Services component that implements {@link org.tucuxi.event.EventHandler} and carries
 * {@link org.tucuxi.event.EventPattern}; or an object registered by code on an {@link org.tucuxi.event.Emitter}. There is
 * one class for each event, which documents when it is emitted, what a handler may change and what its answer means.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.event;
