package org.tucuxi.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
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
import org.tucuxi.model.OperationModel;

/** Views of a client as interfaces of the user's: each method is bound once, when the view is made. */
final class ClientViews {

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
        Map<Method, Bound> bound = new HashMap<>();
        for (Method method : view.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                bound.put(method, bind(client, view, method));
            }
        }
        return view.cast(Proxy.newProxyInstance(view.getClassLoader(), new Class<?>[] {view}, new View(client, view, bound)));
    }

    private static Bound bind(LiveClient client, Class<?> view, Method method) {
        if (method.getDeclaringClass() == ClientView.class) {
            return (proxy, arguments) -> client;
        }
        if (method.getDeclaringClass() == Client.class || method.getDeclaringClass() == AutoCloseable.class) {
            return (proxy, arguments) -> reflect(client, method, arguments);
        }
        if (method.isDefault()) {
            MethodHandle handle = special(method);
            return (proxy, arguments) -> handle.bindTo(proxy).invokeWithArguments(arguments == null ? new Object[0] : arguments);
        }
        String operation = client.methods().changed(method.getName()) != null ? null : client.resolve(method.getName());
        if (operation == null) {
            return bindMethod(client, view, method);
        }
        OperationModel model = client.binding().service.model.operation(operation);
        RecordBinding.Input input = RecordBinding.input(model.input(), method, operation);
        RecordBinding.Output output = RecordBinding.output(model.output(), method, operation);
        return (proxy, arguments) -> output.convert(client.callOperation(operation, input.convert(arguments)));
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
        return (proxy, arguments) -> client.invoke(method.getName(), arguments == null ? new Object[0] : arguments);
    }

    private static Object reflect(LiveClient client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static MethodHandle special(Method method) {
        Class<?> owner = method.getDeclaringClass();
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectSpecial(method, owner);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("The default method " + owner.getName() + '.' + method.getName()
                    + " cannot be reached: " + e.getMessage(), e);
        }
    }

    /** A mixed-in interface's default method as a method of the client, or null. */
    static ClientMethod defaultMethod(LiveClient client, Class<?> mixin, String name) {
        for (Method method : mixin.getMethods()) {
            if (method.isDefault() && method.getName().equals(name)) {
                return (self, arguments) -> {
                    try {
                        Object view = view(client, mixin);
                        return special(method).bindTo(view).invokeWithArguments(arguments);
                    } catch (RuntimeException | Error e) {
                        throw e;
                    } catch (Exception e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new InvocationTargetException(e);
                    }
                };
            }
        }
        return null;
    }

    /** The proxy's handler; views of the same client as the same interface are equal. */
    private record View(LiveClient client, Class<?> view, Map<Method, Bound> bound) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Bound target = bound.get(method);
            if (target != null) {
                return target.call(proxy, arguments);
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
