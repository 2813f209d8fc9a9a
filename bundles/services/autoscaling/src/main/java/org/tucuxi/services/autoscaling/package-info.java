/**
 * The model of Amazon EC2 Auto Scaling, and user data in Base64.
 */
package org.tucuxi.services.autoscaling;
