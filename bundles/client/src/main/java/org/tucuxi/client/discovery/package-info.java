/**
 * Endpoint discovery: services with cells of their own tell a client which host to call.
 *
 * <p>A client of such a service asks for endpoints when an operation wants them, keeps the answer as long as the service says,
 * and uses what it has while it cannot ask. What a service answers is bounded: in number, and in how often a wrong endpoint is
 * asked for anew, which the reference leaves open.
 */
package org.tucuxi.client.discovery;
