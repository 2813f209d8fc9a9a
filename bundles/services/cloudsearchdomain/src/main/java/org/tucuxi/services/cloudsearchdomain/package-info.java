/**
 * The model of Amazon CloudSearch domains, searches too long for a URL, and a parameter whose name is a word of Python.
 */
package org.tucuxi.services.cloudsearchdomain;
