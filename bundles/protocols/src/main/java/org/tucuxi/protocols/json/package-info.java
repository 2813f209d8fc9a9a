/**
 * JSON in and out, for the protocols json and rest-json. What goes out is written into one buffer of bytes, what
 * comes in is read as a stream straight into the results: there is no tree in between. A reader or writer is a small
 * immutable object for each shape; those of a structure are compiled when a call first meets it.
 *
 * <p>What comes in is not to be trusted: nesting, numbers and texts are bounded, UTF-8 is checked, a name that comes
 * twice and anything after the document's end are faults.
 */
package org.tucuxi.protocols.json;
