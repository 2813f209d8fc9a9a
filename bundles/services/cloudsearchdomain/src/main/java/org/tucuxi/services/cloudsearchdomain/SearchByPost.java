package org.tucuxi.services.cloudsearchdomain;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;

/** A search may be longer than a URL can be, so its query is sent as a form. This comes before signing. */
@Component
@EventPattern("request-created.cloudsearch-domain.Search")
public final class SearchByPost implements EventHandler<RequestCreated, Void> {

    @Override
    public Void handle(RequestCreated event) {
        AwsRequest request = event.request();
        int query = request.url().indexOf('?');
        if (request.method().equals("GET") && query >= 0) {
            request.headers().put("Content-Type", "application/x-www-form-urlencoded");
            request.method("POST");
            request.body(HttpBody.of(request.url().substring(query + 1)));
            request.url(request.url().substring(0, query));
        }
        return null;
    }
}
