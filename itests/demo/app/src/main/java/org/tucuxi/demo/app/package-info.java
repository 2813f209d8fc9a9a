/** boto3's demo app of the event system, and the program that deploys and undeploys its handlers while it runs. */
package org.tucuxi.demo.app;
