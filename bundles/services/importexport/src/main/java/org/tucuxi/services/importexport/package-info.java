/**
 * The model of AWS Import/Export, and its signature: the model names one that nobody takes any more.
 */
package org.tucuxi.services.importexport;
