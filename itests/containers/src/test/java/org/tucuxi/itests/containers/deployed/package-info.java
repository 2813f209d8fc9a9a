/** Components that tests deploy: each is packed into a bundle of its own by {@code HotBundle}. They share no class with the tests. */
package org.tucuxi.itests.containers.deployed;
