/**
 * The model of Amazon SQS, and the codes of its errors: programs know those of its old protocol, models those of the new one.
 */
package org.tucuxi.services.sqs;
