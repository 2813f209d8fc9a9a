package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.client.paginator.Paginators;
import org.tucuxi.client.validation.Json;
import org.tucuxi.client.waiter.Waiters;
import org.tucuxi.model.OperationModel;
import org.tucuxi.waiter.WaiterException;

/** The paginators and waiters of the service bundles of this repository: each of them can be used. */
class BundledModelsTest {

    private static List<Path> models(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "services"))) {
            return files.filter(file -> file.endsWith(type + ".json") && file.toString().contains("src")).sorted().toList();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyPaginatorCompiles() throws IOException {
        int count = 0;
        for (Path file : models("paginators-1")) {
            Map<String, Object> model = Json.read(Files.readString(file));
            Paginators paginators = Paginators.of(file.toString(), model);
            for (String operation : ((Map<String, Object>) model.get("pagination")).keySet()) {
                assertThat(paginators.of(Stub.of(OperationModel.class, new java.util.HashMap<>() {
                    private static final long serialVersionUID = 1L;

                    {
                        put("name", operation);
                        put("input", null);
                    }
                }), params -> params).resultKeys()).isNotEmpty();
                count++;
            }
        }
        assertThat(count).isGreaterThan(400);
    }

    @Test
    void everyWaiterCompiles() throws IOException {
        int count = 0;
        for (Path file : models("waiters-2")) {
            Waiters waiters = Waiters.of(file.toString(), Json.read(Files.readString(file)));
            for (String name : waiters.names()) {
                try {
                    waiters.waiter(name, "Test", (operation, params) -> Map.of(), pause -> { })
                            .await(Map.of("WaiterConfig", Map.of("MaxAttempts", 1)));
                } catch (WaiterException e) {
                    assertThat(e.lastResponse()).isEmpty();
                } catch (InvalidExpressionException e) {
                    // length() of what an empty answer does not have
                    assertThat(e).hasMessageContaining("does not fit what it is asked of");
                }
                count++;
            }
        }
        assertThat(count).isGreaterThan(80);
    }
}
