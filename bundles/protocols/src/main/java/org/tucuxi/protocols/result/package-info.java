/** Results that know their shape: a map whose members sit in an array. */
package org.tucuxi.protocols.result;
