/**
 * Thousands of calls in every retry mode, by clients of every protocol, against a server on loopback that does everything
 * wrong that servers and networks do.
 *
 * <p>Each call has a script of faults. {@code Oracle}, written from the published rules and knowing nothing of the code,
 * foretells how many attempts the call makes, how long it pauses before each, and how it ends; time is virtual and the random
 * source fixed, so that pauses are compared to the nanosecond. In the end no connection, thread or body may be left.
 *
 * <p>{@code ReferenceSequencesTest} has the same decisions compared with answers that were recorded from botocore itself.
 */
package org.tucuxi.itests.faults;
