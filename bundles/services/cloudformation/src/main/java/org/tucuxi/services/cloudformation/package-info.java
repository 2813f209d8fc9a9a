/**
 * The model of AWS CloudFormation. Templates in JSON come as maps.
 */
package org.tucuxi.services.cloudformation;
