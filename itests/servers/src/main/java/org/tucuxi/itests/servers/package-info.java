/** Real servers for tests and for the demo: started on a free loopback port, gone when closed. */
package org.tucuxi.itests.servers;
