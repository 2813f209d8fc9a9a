package org.tucuxi.itests.benchmarks;

/** What a service answers. */
record Answer(String type, byte[] body) {
}
