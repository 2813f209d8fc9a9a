/**
 * The model of Amazon Machine Learning, and where predictions are made: at an endpoint of the model's own.
 */
package org.tucuxi.services.machinelearning;
