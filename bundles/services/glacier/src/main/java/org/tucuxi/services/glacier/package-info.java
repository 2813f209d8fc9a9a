/**
 * The model of Amazon S3 Glacier, and what it asks of each request: an account, the version of its API, and for uploads the
 * hashes of the data, which are computed while the data is read once and never held in memory.
 */
package org.tucuxi.services.glacier;
