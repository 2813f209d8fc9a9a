/** Scalars as text: timestamps, numbers, booleans and blobs, as requests carry them and as responses bring them. */
package org.tucuxi.protocols.value;
