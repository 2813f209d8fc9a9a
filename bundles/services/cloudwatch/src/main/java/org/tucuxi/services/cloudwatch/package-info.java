/**
 * The model of Amazon CloudWatch, and old names of its methods.
 */
package org.tucuxi.services.cloudwatch;
