/**
 * What the tests of the bundles with credential providers put in the place of the world. It is in a jar of its own with
 * the classifier {@code tests}, so that each of these bundles does not have to write it again.
 */
package org.tucuxi.credentials.testing;
