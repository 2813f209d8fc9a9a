/**
 * The model of Amazon Aurora DSQL, and the tokens that its clusters take for passwords:
 * {@code client.invoke("generate_db_connect_auth_token", host)}.
 */
package org.tucuxi.services.dsql;
