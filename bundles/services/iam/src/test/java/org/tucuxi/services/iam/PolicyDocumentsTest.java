package org.tucuxi.services.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.AfterCall;
import org.tucuxi.services.shared.testing.ServiceEvents;

class PolicyDocumentsTest {

    private static final ServiceEvents IAM = ServiceEvents.of("iam");

    private static Map<String, Object> decoded(String operation, Map<String, Object> parsed) {
        AfterCall event = IAM.after(operation, parsed);
        new PolicyDocuments().handle(event);
        return event.parsed();
    }

    @Test
    void decodesAPolicyAtTheTop() {
        Map<String, Object> parsed = decoded("GetRolePolicy", Map.of("PolicyDocument",
                "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Resource%22%3A%22a+b%22%7D%5D%7D"));

        assertThat(parsed).containsEntry("PolicyDocument",
                Map.of("Version", "2012-10-17", "Statement", List.of(Map.of("Resource", "a+b"))));
    }

    @Test
    void decodesPoliciesInStructuresAndLists() {
        Map<String, Object> role = new HashMap<>(Map.of("AssumeRolePolicyDocument", "{\"a\":1}"));
        Map<String, Object> parsed = decoded("ListRoles", Map.of("Roles", List.of(role)));

        assertThat(parsed).isEqualTo(Map.of("Roles", List.of(Map.of("AssumeRolePolicyDocument", Map.of("a", 1L)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "%7B", "", "{} {}", "%zz"})
    void leavesWhatIsNoDocument(String text) {
        assertThat(decoded("GetRolePolicy", Map.of("PolicyDocument", text))).containsEntry("PolicyDocument", text);
    }

    @Test
    void leavesOtherTexts() {
        assertThat(decoded("GetRolePolicy", Map.of("RoleName", "{}"))).containsEntry("RoleName", "{}");
        assertThat(decoded("DeleteRole", Map.of("ResponseMetadata", Map.of()))).containsKey("ResponseMetadata");
    }

    @Test
    void leavesADocumentThatIsTooDeepToRead() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        assertThat(decoded("GetRolePolicy", Map.of("PolicyDocument", deep))).containsEntry("PolicyDocument", deep);
    }
}
