package org.tucuxi.protocols.codec;

import java.util.Map;
import org.tucuxi.http.HttpHeaders;

/**
 * Errors of services that left the query protocol behind (SQS, CloudWatch): the header {@value #HEADER} tells the code
 * of old, so that programs written for it go on working.
 */
public final class QueryCompatibleErrors {

    /** The header of such an error: {@code code;type}. */
    public static final String HEADER = "x-amzn-query-error";

    private QueryCompatibleErrors() {
    }

    /**
     * Makes the old code the code of an error; the new one stays as {@code QueryErrorCode}, a name that is the
     * reference's. A header that is not a code, a semicolon and a type is no such header.
     *
     * @param error the map {@code Error} with its {@code Code}
     * @param headers the headers of the response
     */
    public static void apply(Map<String, Object> error, HttpHeaders headers) {
        String header = headers.get(HEADER);
        int semicolon = header == null ? -1 : header.indexOf(';');
        if (semicolon <= 0 || header.indexOf(';', semicolon + 1) >= 0) {
            return;
        }
        error.put("QueryErrorCode", error.get("Code"));
        error.put("Type", header.substring(semicolon + 1));
        error.put("Code", header.substring(0, semicolon));
    }
}
