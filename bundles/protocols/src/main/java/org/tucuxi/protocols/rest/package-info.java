/**
 * What the REST protocols share: labels, query, headers and payload of requests, and headers, status and payload of
 * responses. A protocol adds its {@link org.tucuxi.protocols.codec.BodyFormat}.
 */
package org.tucuxi.protocols.rest;
