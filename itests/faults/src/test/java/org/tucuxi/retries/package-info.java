/** Test code beside what it needs to see of {@code org.tucuxi.retries}. */
package org.tucuxi.retries;
