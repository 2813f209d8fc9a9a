/**
 * What all REST protocols share: labels, query, headers, host prefix and payload of requests, and headers, status and
 * payload of responses. A protocol adds its {@link org.tucuxi.protocols.rest.BodyFormat}.
 */
package org.tucuxi.protocols.rest;
