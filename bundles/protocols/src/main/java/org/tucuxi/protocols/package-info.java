/**
 * Wire protocols: what turns parameters into HTTP requests and responses into results.
 *
 * <p>Every protocol is a {@link org.tucuxi.protocol.Protocol} service that compiles an operation once into a tree of
 * small immutable objects. A codec holds no state of a call, so one serves all threads; it costs what its own shapes
 * cost, because a structure is compiled when a call first meets it, and shapes that contain themselves need no special
 * case.
 *
 * <ul>
 *   <li>{@code value}: how scalars look as text, in both directions;</li>
 *   <li>{@code result}: result structures that know their shape;</li>
 *   <li>{@code codec}: what all protocols share;</li>
 *   <li>{@code rest}: where the members of a REST operation go, and where they come from;</li>
 *   <li>{@code eventstream}: frames and events, in both directions;</li>
 *   <li>{@code rpc}: calls that are all in their body;</li>
 *   <li>{@code json}, {@code xml} and {@code cbor}: documents in and out, strict and bounded, because what comes in is
 *       not to be trusted.</li>
 * </ul>
 */
package org.tucuxi.protocols;
