/**
 * What all protocols share: the seam between a codec and its documents ({@link org.tucuxi.protocols.codec.BodyFormat}),
 * host prefixes, and the way from a response to a result or an error. {@code rest} and {@code rpc} build codecs on it;
 * {@code json}, {@code xml}, {@code query} and {@code cbor} are documents.
 */
package org.tucuxi.protocols.codec;
