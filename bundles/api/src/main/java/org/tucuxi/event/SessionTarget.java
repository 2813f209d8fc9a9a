package org.tucuxi.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The sessions that a handler component is bound to: the service property {@code session.target}.
 *
 * <p>Each value is a session's name, or an LDAP filter over a session's properties ({@code session.name},
 * {@code session.profile}, {@code session.region}) when it begins with a parenthesis. One match is enough. Without this
 * annotation a handler is bound to all sessions.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SessionTarget {

    /**
     * Session names or filters.
     *
     * @return for example {@code reports} or {@code (session.region=eu-*)}
     */
    String[] value();
}
