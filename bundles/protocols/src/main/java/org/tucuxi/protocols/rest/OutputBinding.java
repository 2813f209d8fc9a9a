package org.tucuxi.protocols.rest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.Shape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ScalarParser;
import org.tucuxi.protocols.value.ValueFault;

/** Where one member of an output comes from, when it is not the body. */
@FunctionalInterface
interface OutputBinding {

    /** Reads the member out of the head of a response. */
    void read(int status, HttpHeaders headers, StructureMap target);

    /** Compiles the binding of a member; null when it comes from the body. */
    static OutputBinding compile(String member, Shape shape, int index, BodyFormat format) {
        String location = shape.location() == null ? "" : shape.location();
        return switch (location) {
            case "statusCode" -> (status, headers, target) -> target.putAt(index, status);
            case "header" -> header(member, shape, index, format);
            case "headers" -> prefixHeaders(shape.locationName() == null ? "" : shape.locationName(), index);
            default -> null;
        };
    }

    private static OutputBinding header(String member, Shape shape, int index, BodyFormat format) {
        String name = shape.locationName() == null ? member : shape.locationName();
        HeaderList.ScalarParserOfText parser = shape instanceof ListShape list
                ? HeaderList.reader(list)
                : (shape.flag("jsonvalue") ? format.headerValueReader(member) : ScalarParser.compile(shape))::parse;
        return (status, headers, target) -> {
            String value = value(headers, name);
            if (value != null) {
                try {
                    target.putAt(index, parser.parse(value));
                } catch (ValueFault fault) {
                    throw fault.in(member);
                }
            }
        };
    }

    private static OutputBinding prefixHeaders(String prefix, int index) {
        return (status, headers, target) -> {
            Map<String, Object> result = new LinkedHashMap<>();
            Map<String, StringBuilder> repeated = new HashMap<>(0);
            for (int i = 0; i < headers.size(); i++) {
                String name = headers.nameAt(i);
                if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                    String key = name.substring(prefix.length());
                    Object first = result.putIfAbsent(key, headers.valueAt(i));
                    if (first != null) {
                        repeated.computeIfAbsent(key, repeatedKey -> new StringBuilder((String) first))
                                .append(", ").append(headers.valueAt(i));
                    }
                }
            }
            repeated.forEach((key, values) -> result.put(key, values.toString()));
            target.putAt(index, result);
        };
    }

    /** A header that was sent several times is one list (RFC 9110, section 5.3). */
    private static String value(HttpHeaders headers, String name) {
        String value = null;
        StringBuilder all = null;
        for (int i = 0; i < headers.size(); i++) {
            if (headers.nameAt(i).equalsIgnoreCase(name)) {
                if (value == null) {
                    value = headers.valueAt(i);
                } else {
                    all = all == null ? new StringBuilder(value) : all;
                    all.append(", ").append(headers.valueAt(i));
                }
            }
        }
        return all == null ? value : all.toString();
    }
}
