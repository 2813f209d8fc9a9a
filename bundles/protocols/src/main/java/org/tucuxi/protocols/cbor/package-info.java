/**
 * CBOR bodies (RFC 8949, as far as Smithy's rpc-v2-cbor uses it). The reader pulls items out of the bytes in memory: it
 * believes no length before it has counted the bytes that are left, bounds the nesting, and matches names without
 * making strings. What shapes mean is compiled into small readers and writers, a structure when a call first meets it.
 */
package org.tucuxi.protocols.cbor;
