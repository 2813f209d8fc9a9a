package org.tucuxi.emitter;

import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.HandlerAnswerException;

/** Says so when a handler and its event do not fit each other, which generics cannot always prevent. */
final class Misfit {

    private Misfit() {
    }

    /**
     * Checks an answer that is not null.
     *
     * @return the answer, or null when the event ignores answers
     */
    static Object checked(EventHandler<?, ?> handler, Event<?> event, Object answer) {
        Class<?> right = event.answerType();
        if (right.isInstance(answer)) {
            return answer;
        }
        if (right == Void.class) {
            return null;
        }
        throw new HandlerAnswerException("The handler " + name(handler) + " answered a " + answer.getClass().getName()
                + " to the event " + event.name() + ", which takes a " + right.getName() + " or null");
    }

    /**
     * What to throw for a failed cast: the exception itself, unless it is the handler's bridge method that refused the
     * event.
     */
    static RuntimeException event(EventHandler<?, ?> handler, Event<?> event, ClassCastException failure) {
        Class<?> taken = EventTypes.taken(handler.getClass());
        boolean refused = taken == null ? thrownByLambdaItself(handler, failure) : !taken.isInstance(event);
        if (!refused) {
            return failure;
        }
        String takes = taken == null ? "another event class" : taken.getName();
        return new HandlerAnswerException("The handler " + name(handler) + " takes " + takes + ", but the event "
                + event.name() + " is a " + event.getClass().getName()
                + ": register it under a name whose events are of its class, or let it take "
                + event.getClass().getSimpleName(), failure);
    }

    /**
     * A lambda's class does not tell what it takes. But the cast of its argument happens in a frame that the stack
     * trace hides or shows as the handler's own class; right below it comes the code of this bundle. A cast that failed
     * in the lambda's body has the frame of the body on top.
     */
    private static boolean thrownByLambdaItself(EventHandler<?, ?> handler, ClassCastException failure) {
        if (!handler.getClass().isHidden()) {
            return false;
        }
        for (StackTraceElement frame : failure.getStackTrace()) {
            String at = frame.getClassName();
            if (at.equals(Slot.class.getName()) || at.equals(GuardedEmission.class.getName())) {
                return true;
            }
            if (!at.equals(handler.getClass().getName())) {
                return false;
            }
        }
        return false;
    }

    /** A name for people; that of a lambda's class is made of numbers. */
    static String name(EventHandler<?, ?> handler) {
        String name = handler.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : "lambda in " + name.substring(0, lambda);
    }
}
