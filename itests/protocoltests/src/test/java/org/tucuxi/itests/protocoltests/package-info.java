/**
 * Runs AWS's own protocol tests: the suites of {@code smithy-aws-protocol-tests} and {@code smithy-protocol-tests}, the
 * same that all of AWS's SDKs pass: requests, responses and events. They are models with cases, so they take the way of
 * every other model: the model tool's reader of Smithy, a service bundle's files, the model layer, the codec of the
 * operation.
 *
 * <p>A case that does not pass is listed in {@code departures.txt} with its reason. One that fails and is not listed
 * fails the build; so does one that is listed and passes, so the list stays true.
 *
 * <p>Some differences run through whole suites and are no matter of a case. These are the reference's, and its own run
 * of these tests allows them too:
 * <ul>
 * <li>rest-xml sends no content type, and forms name their charset;</li>
 * <li>items of a list in a header are joined by a comma without a space;</li>
 * <li>a header whose value is an empty list is not sent;</li>
 * <li>a map of headers with a prefix is in the result even when it is empty.</li>
 * </ul>
 * What comes after a protocol in a call is not its codec's: {@code Content-Length} is the transport's, a host
 * is the endpoint's (only its prefix is compared), and the idempotency token is filled in here as the client does.
 */
package org.tucuxi.itests.protocoltests;
