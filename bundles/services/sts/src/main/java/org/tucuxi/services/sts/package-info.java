/**
 * The model of AWS STS, and which of its operations are not signed: those that a token of another kind pays for.
 */
package org.tucuxi.services.sts;
