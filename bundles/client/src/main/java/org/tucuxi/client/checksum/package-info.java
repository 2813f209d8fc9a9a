/**
 * Checksums of bodies: which one a request gets and where, and which one a response is checked by (botocore/httpchecksum.py). All
 * algorithms are there without a native library: those that the JDK has use its intrinsics, the others are computed here.
 *
 * <p>Bodies in memory are read in place. Streams are read once: their checksum follows them in the trailer, and that of a response is
 * compared when its last byte is read.
 */
package org.tucuxi.client.checksum;
