/**
 * What the handlers of several services share: EC2 and RDS presign the same kind of copy, RDS and DSQL the same kind of token.
 *
 * <p>It is no bundle of its own at run time: a service's bundle holds the packages of this one that it uses, so that services
 * can be deployed, updated and stopped one by one and need nothing but the API.
 */
package org.tucuxi.services.shared;
