package org.tucuxi.models;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;
import org.tucuxi.event.Section;

/** Declarative Services and the emitter's whiteboard, as far as the model loader looks at them. */
final class FakeComponents implements EmitterFactory {

    private final Map<Long, List<ComponentDescriptionDTO>> components = new ConcurrentHashMap<>();
    private final Map<Long, HandlerInfo> bound = new ConcurrentHashMap<>();
    private final List<HandlerBindingListener> listeners = new CopyOnWriteArrayList<>();
    private long serviceIds;

    ServiceComponentRuntime runtime() {
        return (ServiceComponentRuntime) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getComponentDescriptionDTOs" -> descriptions((Bundle[]) arguments[0]);
                    case "isComponentEnabled" -> ((ComponentDescriptionDTO) arguments[0]).defaultEnabled;
                    case "getComponentConfigurationDTOs" -> List.of(unsatisfied());
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private Collection<ComponentDescriptionDTO> descriptions(Bundle[] bundles) {
        return components.getOrDefault(bundles[0].getBundleId(), List.of());
    }

    private static ComponentConfigurationDTO unsatisfied() {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        UnsatisfiedReferenceDTO reference = new UnsatisfiedReferenceDTO();
        reference.name = "clock";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {reference};
        return configuration;
    }

    /** Declares a handler component of a bundle. */
    void declare(Bundle bundle, String name) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = name;
        description.defaultEnabled = true;
        description.serviceInterfaces = new String[] {EventHandler.class.getName()};
        components.computeIfAbsent(bundle.getBundleId(), id -> new ArrayList<>()).add(description);
    }

    /** Disables a component that was declared. */
    void disable(Bundle bundle, String name) {
        components.get(bundle.getBundleId()).stream().filter(component -> component.name.equals(name))
                .forEach(component -> component.defaultEnabled = false);
    }

    /** Binds a handler; the result unbinds it. */
    Runnable bind(Bundle bundle, String component) {
        HandlerInfo info = new HandlerInfo(component, bundle.getBundleId(), bundle.getSymbolicName(), ++serviceIds,
                List.of("before-call"), Section.MIDDLE, 0, List.of(), null, List.of());
        bound.put(info.serviceId(), info);
        listeners.forEach(listener -> listener.bound(info));
        return () -> {
            listeners.forEach(listener -> listener.unbinding(info));
            bound.remove(info.serviceId());
        };
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public Emitter create(Map<String, Object> sessionProperties) {
        throw new AssertionError("the tested code must not ask for this");
    }

    @Override
    public List<HandlerInfo> handlers() {
        return List.copyOf(bound.values());
    }

    @Override
    public Registration watch(HandlerBindingListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
