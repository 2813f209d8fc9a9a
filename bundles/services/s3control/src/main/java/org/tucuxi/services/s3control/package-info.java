/**
 * What is special about S3 Control: resource names of S3 on Outposts in the place of names, checked before the endpoint
 * rules see them.
 *
 * <p>What the reference does to its loaded model (the account leaves the host prefix, because the endpoint rules put it
 * into the host) is a metadata entry in the model's extras here, see {@code service-2.sdk-extras.json}: models are
 * immutable.
 */
package org.tucuxi.services.s3control;
