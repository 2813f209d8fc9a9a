/**
 * Scalars as text: timestamps, numbers, booleans and blobs, as requests carry them and as responses bring them; and the
 * characters that text is made of.
 */
package org.tucuxi.protocols.value;
