/**
 * What the protocols share that put a whole call into the body: query, ec2, json and smithy-rpc-v2-cbor. A protocol adds
 * its {@link org.tucuxi.protocols.rpc.RpcFormat}.
 */
package org.tucuxi.protocols.rpc;
