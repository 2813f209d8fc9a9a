/**
 * Credentials and the region that the machine itself hands out: containers over the endpoint that their environment
 * names, EC2 instances over their metadata service (IMDS).
 *
 * <p>Whoever answers here decides who the program is, so what is asked and what is believed is narrow: a container's
 * endpoint must be local or secured by TLS, a token goes nowhere else, no redirect is followed, an answer is small, and
 * what becomes part of a URL or a header is checked. What the metadata service of an instance does not say is no error
 * but no answer, because most machines have none; what a container's endpoint does not say is one, because somebody
 * named the endpoint. Nothing here prints a secret, and nothing stays open between two questions.
 *
 * <p>The transport may come and go: it is looked for each time that something is asked.
 */
package org.tucuxi.credentials.internal.metadata;
