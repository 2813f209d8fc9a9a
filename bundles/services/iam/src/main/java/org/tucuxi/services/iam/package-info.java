/**
 * The model of AWS IAM. Policies come as documents: maps and lists instead of percent-encoded JSON.
 */
package org.tucuxi.services.iam;
