/**
 * How fast Tucuxi is, as its users feel it: only the public interface and the delivered jar are used, so that nothing is
 * measured which a user cannot have. Each number stands beside one that says what is possible: a plain loop, the bare HTTP
 * client.
 *
 * <p>Codecs are the exception: their benchmark goes inside of the bundle, because the limit is a parser by hand for the
 * one operation on the same reader of bytes. Those parsers are in packages of that bundle.
 *
 * <p>The numbers, what they are compared with and how to run this are in the README of the module.
 */
package org.tucuxi.itests.benchmarks;
