/**
 * XML bodies. Writing needs no more than tags that are encoded when the operation is compiled. Reading is a pull parser
 * over the bytes in memory: it knows UTF-8 only, refuses document types, and matches element names without making
 * strings.
 */
package org.tucuxi.protocols.xml;
