package org.tucuxi.endpoints;

import java.util.List;

/** Lists of text in parsed JSON. */
final class Texts {

    private Texts() {
    }

    /** The list as texts; empty when there is none. */
    static List<String> of(Object list) {
        return list instanceof List<?> elements ? elements.stream().map(String.class::cast).toList() : List.of();
    }
}
