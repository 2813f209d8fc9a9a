/**
 * The model of Amazon Bedrock AgentCore, and its times, which count milliseconds.
 */
package org.tucuxi.services.bedrockagentcore;
