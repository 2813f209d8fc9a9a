/** The five use cases of boto3's guide to the event system, one component each. */
package org.tucuxi.demo.handlers;
