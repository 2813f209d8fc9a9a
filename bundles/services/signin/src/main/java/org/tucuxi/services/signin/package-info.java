/**
 * The model of AWS Sign-In, and an old name of one of its methods.
 */
package org.tucuxi.services.signin;
