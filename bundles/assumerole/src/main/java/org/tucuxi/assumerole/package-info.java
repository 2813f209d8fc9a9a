/**
 * The credential providers that call AWS STS: {@code assume-role} for profiles with {@code role_arn}, and
 * {@code assume-role-with-web-identity} for those with a token file, as on EKS and in CI.
 *
 * <p>A bundle of its own, so that a container whose credentials come from elsewhere carries nothing of it. It calls STS
 * through a session like any program's, made for the one call from the configuration that the provider was asked with:
 * STS's rules for endpoints and regions, proxies and retries apply by themselves. What it needs at run time it looks up
 * at the moment of need, and names the bundle that is missing: {@code org.tucuxi.client} and
 * {@code org.tucuxi.services.sts}.
 *
 * <p>STS is called when credentials are first needed, never while a chain is asked. What it answers is kept in
 * {@code ~/.aws/cli/cache}, under the names that the AWS CLI uses, so either finds what the other got. A cache that
 * cannot be read or written is no error. No secret and no token is in a message or a log line.
 */
package org.tucuxi.assumerole;
