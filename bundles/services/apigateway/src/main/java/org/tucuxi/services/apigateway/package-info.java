/**
 * The model of Amazon API Gateway, and the kind of answer it is asked for.
 */
package org.tucuxi.services.apigateway;
