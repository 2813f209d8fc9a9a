/**
 * The model of Amazon Route 53, and its ids: those that it gives can be given back to it.
 */
package org.tucuxi.services.route53;
