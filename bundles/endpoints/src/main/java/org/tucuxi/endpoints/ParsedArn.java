package org.tucuxi.endpoints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The result of {@code aws.parseArn}. */
record ParsedArn(String partition, String service, String region, String accountId, List<String> resourceId)
        implements Attributes {

    private static final int PARTS_BEFORE_RESOURCE = 5;

    /**
     * Takes an ARN apart.
     *
     * @return null unless partition, service and resource are there
     */
    static ParsedArn parse(String arn) {
        if (arn == null || !arn.startsWith("arn:")) {
            return null;
        }
        String[] parts = new String[PARTS_BEFORE_RESOURCE];
        int start = 0;
        for (int i = 0; i < PARTS_BEFORE_RESOURCE; i++) {
            int colon = arn.indexOf(':', start);
            if (colon < 0) {
                return null;
            }
            parts[i] = arn.substring(start, colon);
            start = colon + 1;
        }
        if (parts[1].isEmpty() || parts[2].isEmpty() || start == arn.length()) {
            return null;
        }
        return new ParsedArn(parts[1], parts[2], parts[3], parts[4], splitResource(arn, start));
    }

    private static List<String> splitResource(String arn, int from) {
        List<String> parts = new ArrayList<>(4);
        int start = from;
        for (int i = from; i < arn.length(); i++) {
            char c = arn.charAt(i);
            if (c == ':' || c == '/') {
                parts.add(arn.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(arn.substring(start));
        return Collections.unmodifiableList(parts);
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "partition" -> partition;
            case "service" -> service;
            case "region" -> region;
            case "accountId" -> accountId;
            case "resourceId" -> resourceId;
            default -> null;
        };
    }
}
