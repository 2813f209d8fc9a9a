/**
 * Checks the parameters of a call against the model before anything is serialised.
 *
 * <p>An input shape is compiled once into rules. A call whose parameters are right passes them without a path or a
 * message being made; only after a first problem the rules are walked again, and all problems are collected. Lines are
 * labelled as the reference labels them, types are Java's.
 *
 * <p>Promises: the rules of a service are bounded by its model, whatever is validated; neither deep, endless nor huge
 * parameters exhaust the stack or the memory of a report; values of members that the model calls sensitive are not
 * shown.
 */
package org.tucuxi.client.validation;
