/**
 * Compresses the bodies of requests to services that take them compressed (botocore/compress.py): the trait {@code requestcompression}.
 * What is in memory is compressed in memory; a stream is compressed while it is sent.
 */
package org.tucuxi.client.compression;
