package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientMethod;

class MethodTableTest {

    private static final Map<String, ClientMethod> OPERATIONS = Map.of("list_objects_v2",
            new OperationMethod("ListObjectsV2"), "get_object", new OperationMethod("GetObject"));
    private static final ClientMethod OTHER = (client, arguments) -> "other";

    private final Map<String, ClientMethod> attributes = new HashMap<>(OPERATIONS);

    private MethodTable table(Class<?>... bases) {
        return MethodTable.of(OPERATIONS, attributes, List.of(bases));
    }

    @Test
    void anUnchangedClassIsPlain() {
        assertThat(table()).isSameAs(MethodTable.PLAIN);
        assertThat(table().changed("get_object")).isNull();
        assertThat(table().isRemoved("GetObject")).isFalse();
    }

    @Test
    void addedMethodsAreFoundByTheirNames() {
        attributes.put("presign", OTHER);

        assertThat(table().changed("presign")).isSameAs(OTHER);
        assertThat(table().changed("get_object")).isNull();
    }

    @Test
    void replacedOperationsAreFoundByAllTheirNames() {
        attributes.put("list_objects_v2", OTHER);

        for (String name : List.of("list_objects_v2", "ListObjectsV2", "listObjectsV2")) {
            assertThat(table().changed(name)).as(name).isSameAs(OTHER);
        }
    }

    @Test
    void removedOperationsAreKnownByTheirApiNames() {
        attributes.remove("list_objects_v2");

        assertThat(table().isRemoved("ListObjectsV2")).isTrue();
        assertThat(table().isRemoved("GetObject")).isFalse();
        assertThat(table().changed("ListObjectsV2")).isNull();
    }

    @Test
    void onlyInterfacesAreMixedIn() {
        assertThat(table(Runnable.class).baseClasses()).containsExactly(Runnable.class);
        assertThatThrownBy(() -> table(String.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String").hasMessageContaining("interface with default methods");
    }

    @Test
    void anOperationsMethodTakesOneMapOrNothing() {
        assertThat(OperationMethod.parameters("m")).isEmpty();
        assertThat(OperationMethod.parameters("m", (Object) null)).isEmpty();
        assertThat(OperationMethod.parameters("m", Map.of("a", 1))).hasSize(1);
        assertThatThrownBy(() -> OperationMethod.parameters("m", "positional"))
                .hasMessageContaining("m() takes one Map")
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> OperationMethod.parameters("m", 1, 2)).hasMessageContaining("2 arguments");
    }
}
