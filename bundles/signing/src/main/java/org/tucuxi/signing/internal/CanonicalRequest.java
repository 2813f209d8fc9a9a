package org.tucuxi.signing.internal;

import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpHeaders;

/** A request as a signature sees it. */
final class CanonicalRequest {

    private CanonicalRequest() {
    }

    /** Writes it into the workspace's text and returns the names of the signed headers. */
    static String write(AwsRequest request, Variant variant, String payload, Workspace work) {
        HttpHeaders headers = request.headers();
        Url url = new Url(request.url());
        Bytes text = work.text().truncate(0);
        text.utf8(request.method()).put('\n');
        if (variant.isS3()) {
            CanonicalPath.writeAsSent(url, text);
        } else {
            CanonicalPath.writeNormalized(url, text);
        }
        text.put('\n');
        CanonicalQuery.write(url, request.params(), work);
        text.put('\n');
        int count = CanonicalHeaders.select(headers, work);
        CanonicalHeaders.write(headers, url, count, work);
        text.put('\n');
        int names = text.size();
        CanonicalHeaders.writeNames(headers, count, work);
        int namesEnd = text.size();
        text.put('\n').utf8(payload);
        return text.text(names, namesEnd);
    }
}
