package org.tucuxi.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.credentials.TokenResolverFactory;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.model.ModelLoader;
import org.tucuxi.model.ServicePackager;
import org.tucuxi.protocol.Protocol;

/**
 * The parts of the platform that commands look at. Each may be missing at any time: that is what the commands are
 * there to say, so nothing here is mandatory but the component runtime that holds the commands themselves.
 */
@Component(service = Platform.class)
public final class Platform {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SessionFactory sessions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile EmitterFactory emitters;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ModelLoader models;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ServicePackager packager;

    /** Only looked at, so none of them is started for it. */
    @Reference(service = Protocol.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Collection<ServiceReference<Protocol>> protocols = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile TokenResolverFactory tokens;

    @Reference
    volatile ServiceComponentRuntime components;

    SessionFactory sessions() {
        return present(sessions, "session factory", "org.tucuxi.client");
    }

    EmitterFactory emitters() {
        return present(emitters, "emitter factory", "org.tucuxi.emitter");
    }

    ModelLoader models() {
        return present(models, "model loader", "org.tucuxi.models");
    }

    ServicePackager packager() {
        return present(packager, "service packager", "org.tucuxi.modeltool");
    }

    /** The names of the protocols that have a component. */
    Set<String> protocols() {
        Set<String> names = new HashSet<>();
        for (ServiceReference<Protocol> reference : protocols) {
            Object value = reference.getProperty(Protocol.PROTOCOL);
            names.addAll(value instanceof String[] several ? List.of(several) : List.of(String.valueOf(value)));
        }
        return names;
    }

    /** The session of that name; the newest when several programs chose the same name. */
    Session session(String name) {
        String wanted = name == null ? Session.DEFAULT_NAME : name;
        List<Session> all = sessions().sessions();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).name().equals(wanted)) {
                return all.get(i);
            }
        }
        List<String> missing = all.isEmpty() ? missing() : List.of();
        if (!missing.isEmpty()) {
            throw new CommandFailure("There is no session " + wanted + ", because parts of the platform are missing: "
                    + String.join("; ", missing));
        }
        throw new CommandFailure("There is no session " + wanted + "; there are "
                + all.stream().map(Session::name).distinct().toList());
    }

    /** What is missing, by the session factory where it is there, and by the component runtime. */
    List<String> missing() {
        List<String> lines = new ArrayList<>();
        if (sessions == null) {
            lines.add(absent("session factory", "org.tucuxi.client"));
        } else {
            lines.addAll(sessions.missing());
        }
        if (emitters == null) {
            lines.add(absent("emitter factory", "org.tucuxi.emitter"));
        }
        if (models == null) {
            lines.add(absent("model loader", "org.tucuxi.models"));
        }
        if (components != null) {
            lines.addAll(Unsatisfied.components(components));
        }
        return lines.stream().distinct().toList();
    }

    private <T> T present(T service, String what, String bundle) {
        if (service == null) {
            List<String> waiting = components == null ? List.of() : Unsatisfied.components(components);
            throw new CommandFailure(absent(what, bundle)
                    + (waiting.isEmpty() ? "" : "; " + String.join("; ", waiting)));
        }
        return service;
    }

    private static String absent(String what, String bundle) {
        return "the " + what + " is missing: the bundle " + bundle + " is not started or not satisfied";
    }
}
