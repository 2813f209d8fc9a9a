/**
 * The model of Amazon DocumentDB, and copies between regions: it speaks the protocol of Amazon RDS.
 */
package org.tucuxi.services.docdb;
