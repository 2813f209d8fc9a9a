/**
 * The model of Amazon RDS, copies between regions, and the tokens that databases take for passwords:
 * {@code client.invoke("generate_db_auth_token", host, port, user)}.
 */
package org.tucuxi.services.rds;
