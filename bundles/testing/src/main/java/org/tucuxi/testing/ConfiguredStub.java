package org.tucuxi.testing;

import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.tucuxi.Client;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.Section;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.model.OperationModel;

/**
 * Answers an operation with what a record of Config Admin says, again and again: for a container that is tried out without
 * AWS. It is a handler like any other: {@code event.pattern} says which operation ({@code before-call.s3.ListBuckets}),
 * {@code session.target} which sessions; without it, all.
 *
 * <p>The record has either {@code response}, the result as JSON, or {@code error.code} with {@code error.message} and
 * {@code http.status}. In the JSON, blobs are in Base64 and times in ISO 8601.
 */
@Component(name = ConfiguredStub.FACTORY_PID, service = EventHandler.class, configurationPid = ConfiguredStub.FACTORY_PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@EventOrder(Section.FIRST)
public final class ConfiguredStub implements EventHandler<BeforeCall, BeforeCall.Answer> {

    /** Factory PID of the records. */
    static final String FACTORY_PID = "org.tucuxi.testing.stub";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Map<String, Object> record;
    private final Map<String, Object> response;

    /**
     * Made by Declarative Services.
     *
     * @param record the record
     * @throws IllegalArgumentException when it says nothing that can be answered
     */
    @Activate
    public ConfiguredStub(Map<String, Object> record) {
        this.record = Map.copyOf(record);
        if (record.get("event.pattern") == null) {
            throw wrong("it needs event.pattern, for example before-call.s3.ListBuckets", null);
        }
        if (record.containsKey("response") == record.containsKey("error.code")) {
            throw wrong("it needs either response or error.code", null);
        }
        try {
            response = record.containsKey("response") ? Json.object(text("response", "")) : null;
        } catch (IOException e) {
            throw wrong("its response is no JSON object: " + e.getMessage(), e);
        }
        status();
    }

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        OperationModel model = event.model();
        if (!(event.context().get("client") instanceof Client client)) {
            throw new StubResponseException(model.name(), "the call's context does not name its client");
        }
        Map<String, Object> parsed = response == null
                ? StubAnswers.parsed(client.meta(), new StubAnswers.Failure(text("error.code", ""),
                        text("error.message", ""), status(), null, null, null))
                : StubAnswers.parsed(client.meta(), model, Json.values(model.output(), response));
        return new BeforeCall.Answer(HttpResponse.of(status(), new HttpHeaders(), ""), parsed);
    }

    private int status() {
        String text = text("http.status", Integer.toString(response == null ? BAD_REQUEST : OK));
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw wrong("http.status must be a number, not \"" + text + '"', e);
        }
    }

    private String text(String key, String otherwise) {
        Object value = record.get(key);
        return value == null ? otherwise : value.toString();
    }

    private IllegalArgumentException wrong(String what, Exception cause) {
        return new IllegalArgumentException("The record " + record.get("service.pid") + " stubs nothing: " + what, cause);
    }
}
