/**
 * Finds service models in bundles, as they come and go, and in folders, and reads them no further than needed.
 *
 * <p>What is promised:
 * <ul>
 * <li>A model is read once and indexed; an operation or shape is parsed when it is first asked for. What is returned is
 * immutable, shared by all sessions and read without locks.
 * <li>A broken model harms nobody else: it is a {@link org.tucuxi.model.ModelException} that names file and position,
 * and an entry of {@link org.tucuxi.model.ModelLoader#problems()}. Sizes and depths are bounded.
 * <li>A service bundle (manifest header {@code Tucuxi-Model}) is usable only while its model and all its handler
 * components are there; before one of them goes, the calls in flight may leave.
 * </ul>
 *
 * <p>Framework properties: {@code tucuxi.service.drain.timeout} (milliseconds that unbinding waits for calls in flight,
 * 10000 unless given), {@code tucuxi.service.wait} (milliseconds that a caller waits for a service bundle that is just
 * starting or being replaced, 2000 unless given).
 */
@org.osgi.annotation.bundle.Capability(namespace = "osgi.extender", name = "tucuxi.models", version = "1.0.0")
package org.tucuxi.models;
