package org.tucuxi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form with which somebody else can upload to S3.
 *
 * @param url where to post it, as {@code multipart/form-data}
 * @param fields the fields that come before the file, whose own field is {@code file}; they are as secret as what they
 * allow
 */
public record PresignedPost(String url, Map<String, String> fields) {

    /** Copies the fields; they keep their order. */
    public PresignedPost {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Shows where it goes, and no field: policy and signature open the door. */
    @Override
    public String toString() {
        return "PresignedPost(" + url + ", " + fields.size() + " fields)";
    }
}
