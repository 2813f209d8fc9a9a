/** Answers one request with a server error, so that the custom retry is seen. */
package org.tucuxi.demo.fault;
