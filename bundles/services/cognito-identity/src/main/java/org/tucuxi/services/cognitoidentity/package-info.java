/**
 * The model of Amazon Cognito Identity, and which of its operations are not signed: those by which one gets credentials.
 */
package org.tucuxi.services.cognitoidentity;
