package org.tucuxi.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The names of the events that a handler component handles: the service property {@code event.pattern}.
 *
 * <p>A pattern matches an event when its parts match the leading parts of the event's name: {@code before-call.s3} matches
 * {@code before-call.s3.PutObject}. A part that is {@code *} matches exactly one arbitrary part; a star inside a part is not
 * a wildcard. With several patterns the handler is registered once under each.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EventPattern {

    /**
     * One or several patterns.
     *
     * @return for example {@code before-call.s3.ListBuckets}
     */
    String[] value();
}
