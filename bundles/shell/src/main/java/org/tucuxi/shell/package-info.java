/**
 * The commands of the scope {@code tucuxi}: call an operation, see what is there and what is missing, and watch events
 * pass.
 *
 * <p>The commands are plain services with the properties that Gogo looks for. They use nothing of Gogo or Karaf
 * themselves: arguments come as strings, output goes to {@code System.out}, which both shells redirect to whoever
 * typed the command. So the same bundle works in plain Felix, over SSH in Karaf, and in an embedded framework.
 *
 * <p>Promises: every command is there, and says what is missing, even when the rest of the platform is not; no command
 * prints a secret; an error is one message that names its kind, and reaches the shell as an exception, so that a script
 * fails; a file is written whole or not at all.
 */
package org.tucuxi.shell;
