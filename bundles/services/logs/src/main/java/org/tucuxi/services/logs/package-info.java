/**
 * The model of Amazon CloudWatch Logs, and a parameter whose name is a word of Python.
 */
package org.tucuxi.services.logs;
