package org.tucuxi.event;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The service that makes a session's emitter and knows every handler component. */
@ProviderType
public interface EmitterFactory {

    /** Session property: its name. */
    String SESSION_NAME = "session.name";
    /** Session property: its profile, absent when it has none. */
    String SESSION_PROFILE = "session.profile";
    /** Session property: its region, absent when it has none. */
    String SESSION_REGION = "session.region";

    /** Session property: {@code Boolean.FALSE} for a session that is not bound to built-in handler components. */
    String SESSION_BUILT_INS = "session.builtins";

    /**
     * Makes an emitter without registrations by code; the handler components whose {@code session.target} selects the session
     * are bound to it and to its copies.
     *
     * @param sessionProperties what {@code session.target} is matched against; has at least {@value #SESSION_NAME}
     * @return the emitter; it lives as long as somebody holds it
     */
    Emitter create(Map<String, Object> sessionProperties);

    /**
     * Every handler component in the container, bound or rejected.
     *
     * @return ordered by bundle, then service id
     */
    List<HandlerInfo> handlers();

    /**
     * Watches components being bound and unbound.
     *
     * @param listener told after a handler is bound and before it is unbound
     * @return ends the watching
     */
    Registration watch(HandlerBindingListener listener);

    /**
     * One handler component.
     *
     * @param component the component's name, or the handler's class name when it has none
     * @param bundleId the bundle that brought it
     * @param bundle the symbolic name and version of that bundle
     * @param serviceId the service id
     * @param patterns its patterns
     * @param section its section
     * @param ranking its service ranking
     * @param sessionTargets its session targets; empty for all sessions
     * @param rejection why it is not bound, or null when it is
     * @param notes what an operator may want to know, for example that a pattern can never match
     */
    record HandlerInfo(String component, long bundleId, String bundle, long serviceId, List<String> patterns,
            Section section, int ranking, List<String> sessionTargets, String rejection, List<String> notes) {

        /**
         * Whether the handler is called.
         *
         * @return true when it was not rejected
         */
        public boolean isBound() {
            return rejection == null;
        }
    }

    /** Watches handler components; called under no lock of the emitter's own hot path. */
    @org.osgi.annotation.versioning.ConsumerType
    interface HandlerBindingListener {

        /**
         * A component is bound: the next emission may call it. Told again, with the new description and without an unbinding in
         * between, when the properties of a bound component change.
         *
         * @param handler the handler
         */
        void bound(HandlerInfo handler);

        /**
         * A component is about to be unbound: emissions may still call it until this returns.
         *
         * @param handler the handler
         */
        void unbinding(HandlerInfo handler);
    }
}
