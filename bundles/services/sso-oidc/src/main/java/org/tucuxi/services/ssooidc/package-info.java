/**
 * The model of AWS IAM Identity Center OIDC. Its errors say what was wrong where OAuth says it.
 */
package org.tucuxi.services.ssooidc;
