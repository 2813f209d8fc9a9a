/**
 * The same files and environments for botocore and for Tucuxi: who gives the credentials, where clients call, and how
 * often they try. What is meant to be different is said in {@link org.tucuxi.itests.interop.precedence.Reference}.
 */
package org.tucuxi.itests.interop.precedence;
