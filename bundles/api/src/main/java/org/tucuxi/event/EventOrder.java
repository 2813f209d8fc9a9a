package org.tucuxi.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The section of its node in which a handler component runs: the service property {@code event.order}.
 *
 * <p>Inside a section, handlers registered by code come first in the order of their registration, then components by
 * descending {@code service.ranking}, then by ascending {@code service.id}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EventOrder {

    /**
     * The section.
     *
     * @return {@link Section#MIDDLE} unless said otherwise
     */
    Section value() default Section.MIDDLE;
}
