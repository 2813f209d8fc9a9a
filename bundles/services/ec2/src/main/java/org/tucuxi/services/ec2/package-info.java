/**
 * The model of Amazon EC2, and what the model cannot say of it: user data in Base64, the console's output as text, copies of
 * snapshots between regions, and the old name of filters.
 */
package org.tucuxi.services.ec2;
