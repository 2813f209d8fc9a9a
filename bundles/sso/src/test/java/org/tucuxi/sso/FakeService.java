package org.tucuxi.sso;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.ClientException;
import org.tucuxi.config.Configuration;

/** Answers as a test wants. */
final class FakeService implements CallsService {

    final List<ServiceCall> calls = new ArrayList<>();
    Map<String, Object> answer = Map.of();
    RuntimeException failure;

    @Override
    public Map<String, Object> call(Configuration configuration, ServiceCall call) {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
        return new HashMap<>(answer);
    }

    static ClientException error(String code) {
        return new ClientException(Map.of("Error", Map.of("Code", code, "Message", "no"),
                "ResponseMetadata", Map.of("HTTPStatusCode", 400)), "Operation", code);
    }
}
