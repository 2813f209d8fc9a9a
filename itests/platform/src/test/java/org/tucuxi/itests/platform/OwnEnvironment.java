package org.tucuxi.itests.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.config.Configuration;

/** A configuration whose environment has more variables than the process's. */
final class OwnEnvironment {

    private OwnEnvironment() {
    }

    static Configuration of(Configuration configuration, Map<String, String> more) {
        return (Configuration) Proxy.newProxyInstance(OwnEnvironment.class.getClassLoader(),
                new Class<?>[] {Configuration.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(configuration, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("environment")) {
                        Map<String, String> all = new HashMap<>(configuration.environment());
                        all.putAll(more);
                        return all;
                    }
                    return answer instanceof Configuration other ? of(other, more) : answer;
                });
    }
}
