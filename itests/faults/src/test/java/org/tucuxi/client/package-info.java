/** Test code beside what it needs to see of {@code org.tucuxi.client}. */
package org.tucuxi.client;
