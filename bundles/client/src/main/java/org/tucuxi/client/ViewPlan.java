package org.tucuxi.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.OperationModel;

/**
 * What is compiled of one interface for one service, shared by the views of all clients. Whoever holds a view holds its plan;
 * the service holds it weakly only, so that neither the interface nor its class loader live longer for it.
 */
final class ViewPlan {

    private final Class<?> view;
    private final Map<Method, Operation> operations = new ConcurrentHashMap<>();
    private final Map<Method, MethodHandle> handles = new ConcurrentHashMap<>();

    ViewPlan(Class<?> view) {
        this.view = view;
    }

    /** A method that stands for an operation. */
    record Operation(String name, RecordBinding.Input input, RecordBinding.Output output, boolean isAsynchronous) {
    }

    /** A method as the operation; checked against the model the first time. */
    Operation operation(Method method, OperationModel model) {
        Operation known = operations.get(method);
        if (known == null) {
            String place = view.getName() + '.' + method.getName() + " (operation " + model.name() + ')';
            // a place each: a record may be bound to the same structure in both directions
            known = new Operation(model.name(), RecordBinding.input(model.input(), method, new BindingPlace(place)),
                    RecordBinding.output(model.output(), method, new BindingPlace(place)),
                    RecordBinding.isAsynchronous(method));
            operations.put(method, known);
        }
        return known;
    }

    /** A default method, as (receiver, arguments). */
    MethodHandle defaultMethod(Method method) {
        return handles.computeIfAbsent(method, absent -> {
            Class<?> owner = method.getDeclaringClass();
            try {
                return spread(MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectSpecial(method, owner));
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException("The default method " + owner.getName() + '.' + method.getName()
                        + " cannot be reached: " + e.getMessage(), e);
            }
        });
    }

    /** A method of the client itself, as (receiver, arguments). */
    MethodHandle clientMethod(Method method) {
        return handles.computeIfAbsent(method, absent -> {
            try {
                return spread(MethodHandles.publicLookup().unreflect(method));
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException("The method " + method + " cannot be reached", e);
            }
        });
    }

    private static MethodHandle spread(MethodHandle handle) {
        int arguments = handle.type().parameterCount() - 1;
        return handle.asFixedArity().asSpreader(Object[].class, arguments)
                .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    }
}
