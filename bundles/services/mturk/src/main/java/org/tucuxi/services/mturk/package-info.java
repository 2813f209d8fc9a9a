/**
 * The model of Amazon Mechanical Turk, and an old name of one of its methods.
 */
package org.tucuxi.services.mturk;
