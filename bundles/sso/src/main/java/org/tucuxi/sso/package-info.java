/**
 * Credentials and bearer tokens of a sign-in with IAM Identity Center, which AWS called SSO: for profiles with
 * {@code sso_account_id} and {@code sso_role_name}, and for profiles with {@code sso_session}.
 *
 * <p>A bundle of its own, because both need clients of AWS services: containers without such profiles carry none of it.
 * The services' bundles, org.tucuxi.services.sso and org.tucuxi.services.sso-oidc, are asked for when something must be
 * got from AWS, not before.
 *
 * <p>Promises: nobody is asked to sign in here; that is done with {@code aws sso login}, and what it leaves on disk is
 * read and kept up to date in the AWS CLI's own files. Tokens and keys are never logged and never part of a message.
 */
package org.tucuxi.sso;
