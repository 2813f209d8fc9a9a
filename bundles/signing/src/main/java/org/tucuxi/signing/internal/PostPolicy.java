package org.tucuxi.signing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy in the making, and the fields of its form: two maps of a request's context that the signature completes. */
final class PostPolicy {

    private static final String POLICY = "s3-presign-post-policy";
    private static final String FIELDS = "s3-presign-post-fields";
    private static final String CONDITIONS = "conditions";

    private final Map<String, Object> policy;
    private final Map<String, Object> fields;
    private final List<Object> conditions;

    private PostPolicy(Map<String, Object> policy, Map<String, Object> fields, List<Object> conditions) {
        this.policy = policy;
        this.fields = fields;
        this.conditions = conditions;
    }

    static PostPolicy of(Map<String, Object> context) {
        Map<String, Object> policy = map(context, POLICY);
        List<Object> conditions = policy.get(CONDITIONS) instanceof List<?> present ? new ArrayList<>(present)
                : new ArrayList<>();
        policy.put(CONDITIONS, conditions);
        return new PostPolicy(policy, map(context, FIELDS), conditions);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> context, String key) {
        return (Map<String, Object>) context.computeIfAbsent(key, absent -> new LinkedHashMap<String, Object>());
    }

    /** Adds a field that the form must have with this value. */
    void demand(String name, String value) {
        fields.put(name, value);
        conditions.add(Map.of(name, value));
    }

    /** Adds a field that the policy says nothing about. */
    void field(String name, String value) {
        fields.put(name, value);
    }

    String json() {
        return JsonText.of(policy);
    }
}
