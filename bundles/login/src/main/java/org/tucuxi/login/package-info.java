/**
 * Credentials of a sign-in to the AWS console with {@code aws login}: for profiles with {@code login_session}.
 *
 * <p>A bundle of its own, because it needs a client of an AWS service: containers without such profiles carry none of
 * it. The service's bundle, org.tucuxi.services.signin, is asked for when something must be got from AWS, not before.
 *
 * <p>Promises: nobody is asked to sign in here; what {@code aws login} leaves on disk is read and kept up to date in
 * the AWS CLI's own files. Each request proves that it comes from the owner of the sign-in's private key (DPoP, RFC
 * 9449), with the JDK's own cryptography. Tokens and keys are never logged and never part of a message.
 */
package org.tucuxi.login;
