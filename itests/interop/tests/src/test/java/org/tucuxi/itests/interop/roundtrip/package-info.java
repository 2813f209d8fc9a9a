/**
 * Every operation of every service, there and back. The other side is played by code that shares nothing with Tucuxi: it
 * interprets the model as it is in the file, on trees, and knows the protocols from their documentation.
 */
package org.tucuxi.itests.interop.roundtrip;
