package org.tucuxi.client;

import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.ClientMethod;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.GetAttribute;

/** What can be asked of a client by a name: operations, methods that handlers added or mixed in, and what they answer for others. */
final class NamedMethods {

    private final LiveClient client;
    private final MethodTable methods;

    NamedMethods(LiveClient client, MethodTable methods) {
        this.client = client;
        this.methods = methods;
    }

    Object invoke(String name, Object... arguments) {
        ClientMethod known = method(name);
        return known != null ? invoke(known, name, arguments) : attribute(name, arguments);
    }

    /** What a handler added by this name, past operations. */
    Object invokeChanged(String name, Object... arguments) {
        ClientMethod added = methods.changed(name);
        return added != null ? invoke(added, name, arguments) : attribute(name, arguments);
    }

    /** A method of this name that was added, stands for an operation, or was mixed in; or null. */
    private ClientMethod method(String name) {
        ClientMethod changed = methods.changed(name);
        if (changed != null) {
            return changed;
        }
        String operation = client.resolve(name);
        if (operation != null) {
            return new OperationMethod(operation);
        }
        for (Class<?> mixin : methods.baseClasses()) {
            ClientMethod inherited = ClientViews.defaultMethod(client, mixin, name);
            if (inherited != null) {
                return inherited;
            }
        }
        return ModelledMethods.of(name);
    }

    private Object attribute(String name, Object... arguments) {
        EventSlot slot = client.events().slot("getattr." + client.binding().service.sid + '.' + name);
        Object answer = slot.isEmpty() ? null : slot.untilAnswer(new GetAttribute(slot.name(), client));
        if (answer instanceof ClientMethod method) {
            return invoke(method, name, arguments);
        }
        if (answer instanceof String other) {
            return renamed(name, other, arguments);
        }
        if (answer != null) {
            return answer;
        }
        throw new AttributeNotFoundException("'" + client.serviceName() + "' client has no operation or method '" + name
                + "'" + Suggestions.of(name, client.binding().service.model.operationNames(), methods.changed().keySet()));
    }

    /** A text answers "that is called otherwise now"; the other name is not asked for again, so names cannot lead in circles. */
    private Object renamed(String name, String other, Object... arguments) {
        ClientMethod method = method(other);
        if (method == null) {
            throw new AttributeNotFoundException("'" + client.serviceName() + "' client has no operation or method '" + other
                    + "', which a getattr handler named for '" + name + "'");
        }
        return invoke(method, other, arguments);
    }

    Object invoke(ClientMethod method, String name, Object... arguments) {
        try {
            return method.invoke(client, arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TucuxiException("Method " + name + " of client " + client.serviceName() + " failed: " + e.getMessage(), e);
        }
    }
}
