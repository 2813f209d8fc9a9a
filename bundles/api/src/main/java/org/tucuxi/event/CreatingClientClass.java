package org.tucuxi.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;

/**
 * {@code creating-client-class.{sid}}: the client is about to be put together.
 *
 * <p><b>When:</b> on the session, once for each client, after all operation methods are known and before the client exists.
 * <p><b>May change:</b> {@code class_attributes}: add a method (call it by {@link org.tucuxi.Client#invoke(String, Object...)}), replace
 * or remove one. {@code base_classes}: insert an interface; its default methods are reachable by {@code invoke} and through
 * {@link org.tucuxi.Client#as(Class)}. An interface that extends {@link org.tucuxi.ClientView} reaches the client. To be told when
 * the client exists, call {@link #onInstantiated(Consumer)}.
 * <p><b>Answer:</b> ignored. <b>Error:</b> no client is made; it reaches the caller.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class CreatingClientClass extends Event<Void> {

    private final Map<String, ClientMethod> classAttributes;
    private final List<Class<?>> baseClasses;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param classAttributes the methods of the client to be, by name, operations under boto3's names included
     * @param baseClasses interfaces that the client is to be viewable as; a handler inserts its own, usually at index 0
     */
    public CreatingClientClass(String name, Map<String, ClientMethod> classAttributes, List<Class<?>> baseClasses) {
        super(name);
        this.classAttributes = classAttributes;
        this.baseClasses = baseClasses;
    }

    /**
     * The methods of the client to be, by name, operations under boto3's names included.
     *
     * @return the argument {@code class_attributes}
     */
    public Map<String, ClientMethod> classAttributes() {
        return classAttributes;
    }

    /**
     * Interfaces that the client is to be viewable as; a handler inserts its own, usually at index 0.
     *
     * @return the argument {@code base_classes}
     */
    public List<Class<?>> baseClasses() {
        return baseClasses;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("class_attributes", classAttributes, "base_classes", baseClasses);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }

    private final List<Consumer<Client>> instantiated = new ArrayList<>(1);

    /**
     * Asks to be called with the client when it is complete, in the order of asking.
     *
     * @param listener called once, on the thread that makes the client, before it is handed out
     */
    public void onInstantiated(Consumer<Client> listener) {
        instantiated.add(listener);
    }

    /**
     * Who asked; for the code that makes the client.
     *
     * @return the listeners in the order of asking
     */
    public List<Consumer<Client>> instantiatedListeners() {
        return List.copyOf(instantiated);
    }
}
