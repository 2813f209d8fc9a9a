/**
 * The model of Amazon Neptune, and copies between regions: it speaks the protocol of Amazon RDS.
 */
package org.tucuxi.services.neptune;
