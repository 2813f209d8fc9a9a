/**
 * Sends HTTP requests by Jetty's client, so that no other bundle knows of Jetty.
 *
 * <p>What it promises: a request reaches the wire as it was signed (path, query, headers and body bytes unchanged;
 * nothing added but {@code Host} and the framing); nothing is followed, decoded, stored or retried; the calling thread
 * blocks and is the one that reads the user's streams; every wait has a limit that only counts the server's silence;
 * whatever the network does ends in one of the exceptions of {@link org.tucuxi.http}. Sessions with equal settings
 * share one Jetty client, which starts with the first request, and whose TLS starts with the first {@code https}
 * request. When the component goes, calls in flight get ten seconds to end and bodies as long as somebody goes on reading them; then
 * its threads and sockets are gone, and calls that were left have failed.
 *
 * <p>Whoever is interrupted, closes a body early or closes a session gives the connections up at once; a retired session
 * lets the bodies be read that it has handed out. A streaming body that is dropped without being closed is noticed when
 * the garbage collector does, reported with its operation, and its connection closed. A caller waits for a connection of
 * the pool for as long as others use them, but not when streaming bodies hold all and nobody has read one for the connect
 * timeout: that is an error which says so.
 *
 * <p>HTTP/2 is spoken only where a request asks for it, by a second Jetty client that the first such request starts;
 * the bundles of Jetty that it needs are optional. A call that speaks and listens at the same time has a thread of its
 * own for the body, which ends with the call as soon as the body's stream lets go of it.
 *
 * <p>How threads meet: the caller starts an {@link org.tucuxi.transport.Exchange} and parks. Jetty's selector thread
 * runs the listeners of its {@link org.tucuxi.transport.Progress}, which never block: they store what happened in
 * volatile fields and unpark the caller. Bodies are read by whoever wants to, but not before Jetty's parser has left the thread
 * that announced the response ({@link org.tucuxi.transport.Receiving} says why), and nobody gives up an exchange while its
 * body is being read. A streaming body of up to 16 KiB that came with its head is taken by that thread; all others are
 * read by their user's, straight from the socket.
 */
package org.tucuxi.transport;
