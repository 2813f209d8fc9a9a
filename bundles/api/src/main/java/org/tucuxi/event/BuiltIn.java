package org.tucuxi.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a handler component as a part of Tucuxi: the service property {@code event.built.in}. A session that was made without
 * built-in handlers is not bound to it.
 *
 * <p>Handlers in the bundle of a service's model need no mark: what comes with a service is built in.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BuiltIn {

    /** What the name of the property begins with. */
    String PREFIX_ = "event.";
}
