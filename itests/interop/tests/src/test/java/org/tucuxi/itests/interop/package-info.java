/** Calls to servers that others wrote, over the wire, through the whole platform. */
package org.tucuxi.itests.interop;
