/** What the tests of services' handlers are made of: events over the real model, and a signer that tells what it was asked. */
package org.tucuxi.services.shared.testing;
