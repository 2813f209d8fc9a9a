/**
 * JMESPath over results and parameters: the one place that knows the library that reads expressions
 * ({@code smithy-jmespath}, embedded in this bundle).
 */
package org.tucuxi.client.jmespath;
