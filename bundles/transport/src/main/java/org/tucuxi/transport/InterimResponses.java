package org.tucuxi.transport;

import org.eclipse.jetty.client.ProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpStatus;

/** Takes 1xx responses out of the way; {@code 100 Continue} lets a body go that waits for it. */
final class InterimResponses implements ProtocolHandler, Response.Listener {

    @Override
    public String getName() {
        return "interim";
    }

    @Override
    public boolean accept(Request request, Response response) {
        return HttpStatus.isInterim(response.getStatus());
    }

    @Override
    public Response.Listener getResponseListener() {
        return this;
    }

    @Override
    public void onSuccess(Response response) {
        HttpConversation conversation = ((HttpRequest) response.getRequest()).getConversation();
        int status = response.getStatus();
        conversation.updateResponseListeners(null);
        HttpExchange exchange = conversation.getExchanges().peekLast();
        if (exchange == null) {
            return;
        }
        exchange.resetResponse();
        if (response.getRequest() instanceof WireRequest request) {
            request.progress().onInterim(status);
        }
    }

    @Override
    public void onFailure(Response response, Throwable failure) {
        if (response.getRequest() instanceof WireRequest request) {
            request.progress().fail(failure);
        }
    }
}
