package org.tucuxi.client;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.ClientView;

/** Views of a client as interfaces of the user's: each method is bound once, when the view is made. */
final class ClientViews {

    private static final Object[] NOTHING = {};

    private ClientViews() {
    }

    /** What one method of a view does. */
    @FunctionalInterface
    private interface Bound {
        Object call(Object proxy, Object[] arguments) throws Throwable;
    }

    static <T> T view(LiveClient client, Class<T> view) {
        if (!view.isInterface()) {
            throw new IllegalArgumentException(view.getName() + " is not an interface; a client is viewed as an interface"
                    + " whose methods are named like operations");
        }
        ViewPlan plan = client.binding().service.viewPlan(view);
        Map<Method, Bound> bound = new HashMap<>();
        for (Method method : view.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                bound.put(method, bind(client, plan, view, method));
            }
        }
        return view.cast(Proxy.newProxyInstance(view.getClassLoader(), new Class<?>[] {view},
                new View(client, view, plan, bound)));
    }

    private static Bound bind(LiveClient client, ViewPlan plan, Class<?> view, Method method) {
        if (method.getDeclaringClass() == ClientView.class) {
            return (proxy, arguments) -> client;
        }
        if (method.getDeclaringClass() == Client.class || method.getDeclaringClass() == AutoCloseable.class) {
            MethodHandle handle = plan.clientMethod(method);
            return (proxy, arguments) -> (Object) handle.invokeExact((Object) client, arguments);
        }
        if (method.isDefault()) {
            MethodHandle handle = plan.defaultMethod(method);
            return (proxy, arguments) -> (Object) handle.invokeExact(proxy, arguments);
        }
        String name = client.methods().changed(method.getName()) != null ? null : client.resolve(method.getName());
        if (name == null) {
            return bindMethod(client, view, method);
        }
        ViewPlan.Operation operation = plan.operation(method, client.binding().service.model.operation(name));
        RecordBinding.Input input = operation.input();
        RecordBinding.Output output = operation.output();
        return operation.isAsynchronous()
                ? (proxy, arguments) -> client.callOperationAsync(name, input.convert(arguments), output)
                : (proxy, arguments) -> output.convert(client.callOperation(name, input.convert(arguments), Purpose.PLAIN));
    }

    private static Bound bindMethod(LiveClient client, Class<?> view, Method method) {
        boolean isKnown = client.methods().changed(method.getName()) != null || client.methods().baseClasses().stream()
                .anyMatch(mixin -> defaultMethod(client, mixin, method.getName()) != null);
        if (!isKnown) {
            throw new IllegalArgumentException(view.getName() + '.' + method.getName() + ": client " + client.serviceName()
                    + " has no operation or method of that name"
                    + Suggestions.of(method.getName(), client.binding().service.model.operationNames(),
                            client.methods().changed().keySet()));
        }
        return (proxy, arguments) -> client.invoke(method.getName(), arguments);
    }

    /** A mixed-in interface's default method as a method of the client, or null. */
    static ClientMethod defaultMethod(LiveClient client, Class<?> mixin, String name) {
        for (Method method : mixin.getMethods()) {
            if (method.isDefault() && method.getName().equals(name)) {
                return (self, arguments) -> {
                    try {
                        Object view = view(client, mixin);
                        return client.binding().service.viewPlan(mixin).defaultMethod(method)
                                .invokeWithArguments(view, arguments == null ? NOTHING : arguments);
                    } catch (Exception | Error e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new InvocationTargetException(e);
                    }
                };
            }
        }
        return null;
    }

    /**
     * The proxy's handler; views of the same client as the same interface are equal.
     *
     * @param plan nobody else holds it
     */
    private record View(LiveClient client, Class<?> view, ViewPlan plan, Map<Method, Bound> bound)
            implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Bound target = bound.get(method);
            if (target != null) {
                return target.call(proxy, arguments == null ? NOTHING : arguments);
            }
            return switch (method.getName()) {
                case "equals" -> Proxy.isProxyClass(arguments[0] == null ? Object.class : arguments[0].getClass())
                        && Proxy.getInvocationHandler(arguments[0]) instanceof View other
                        && other.client == client && other.view == view;
                case "hashCode" -> client.hashCode() * 31 + view.hashCode();
                default -> view.getSimpleName() + " of " + client;
            };
        }
    }
}
