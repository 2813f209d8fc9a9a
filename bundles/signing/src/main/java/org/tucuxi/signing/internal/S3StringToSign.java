package org.tucuxi.signing.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpHeaders;

/** What the HMAC-SHA1 signature of S3 covers: method, some headers, the headers of its own, and the resource. */
final class S3StringToSign {

    private static final String[] STANDARD = {"content-md5", "content-type", "date"};

    /** Query parameters that are a part of the resource. */
    private static final Set<String> SUB_RESOURCES = Set.of("accelerate", "acl", "analytics", "cors", "defaultObjectAcl",
            "delete", "inventory", "lifecycle", "location", "logging", "metrics", "notification", "object-lock", "partNumber",
            "policy", "replication", "requestPayment", "response-cache-control", "response-content-disposition",
            "response-content-encoding", "response-content-language", "response-content-type", "response-expires", "restore",
            "select", "select-type", "storageClass", "tagging", "torrent", "uploadId", "uploads", "versionId", "versioning",
            "versions", "website");

    private S3StringToSign() {
    }

    static String of(AwsRequest request) {
        StringBuilder text = new StringBuilder(256).append(request.method()).append('\n');
        for (String name : STANDARD) {
            String value = request.headers().get(name);
            text.append(value == null ? "" : value.strip()).append('\n');
        }
        ownHeaders(request.headers()).forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
        writeResource(request, text);
        return text.toString();
    }

    /** Whether S3 has given a header its name. */
    static boolean isOwn(String header) {
        return header.regionMatches(true, 0, "x-amz-", 0, 6);
    }

    private static Map<String, String> ownHeaders(HttpHeaders headers) {
        Map<String, String> own = new TreeMap<>();
        for (int i = 0; i < headers.size(); i++) {
            if (isOwn(headers.nameAt(i))) {
                own.merge(headers.nameAt(i).toLowerCase(Locale.ROOT), headers.valueAt(i).strip(), (a, b) -> a + ',' + b);
            }
        }
        return own;
    }

    /** The path with the bucket, wherever the bucket is in the URL, and the query parameters that count. */
    private static void writeResource(AwsRequest request, StringBuilder text) {
        Url url = new Url(request.url());
        text.append(request.authPath() != null ? request.authPath()
                : url.text().substring(url.pathStart(), url.pathEnd()));
        List<String[]> counted = new ArrayList<>();
        if (url.queryStart() < url.queryEnd()) {
            for (String pair : url.text().substring(url.queryStart(), url.queryEnd()).split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (SUB_RESOURCES.contains(name)) {
                    counted.add(new String[] {name,
                        equals < 0 ? name : name + '=' + PercentCode.decode(pair, equals + 1, pair.length(), false)});
                }
            }
        }
        counted.sort(Comparator.comparing(pair -> pair[0]));
        char separator = '?';
        for (String[] pair : counted) {
            text.append(separator).append(pair[1]);
            separator = '&';
        }
    }
}
