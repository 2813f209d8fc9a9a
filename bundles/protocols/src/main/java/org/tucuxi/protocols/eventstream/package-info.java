/**
 * Event streams: frames of the media type {@code application/vnd.amazon.eventstream} in both directions, and the events
 * in them by the union of the model. What is inside of an event is the protocol's, by its
 * {@link org.tucuxi.protocols.codec.BodyFormat}.
 *
 * <p>Promises: one frame is read at a time and no byte beyond it, so that whoever reads slowly slows the sender down;
 * what a frame says of its lengths is checked before anything is made room for; a frame that is written can be read as
 * soon as its event is there.
 */
package org.tucuxi.protocols.eventstream;
