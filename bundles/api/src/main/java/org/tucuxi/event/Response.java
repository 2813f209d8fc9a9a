package org.tucuxi.event;

/**
 * What one handler answered.
 *
 * @param handler the handler that ran; null when {@link Emitter#emitUntilResponse} found no handler at all
 * @param value its answer, null for "no answer"
 * @param <R> the answer's type
 */
public record Response<R>(EventHandler<?, ?> handler, R value) {
}
