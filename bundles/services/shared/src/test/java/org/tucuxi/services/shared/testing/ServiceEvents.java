package org.tucuxi.services.shared.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.ClientMethod;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.GetAttribute;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.models.ModelLibrary;

/** Events of a service's calls, made by hand over the model of the bundle under test. */
public final class ServiceEvents {

    private final ServiceModel model;
    private final String service;

    private ServiceEvents(String service, ServiceModel model) {
        this.service = service;
        this.model = model;
    }

    public static ServiceEvents of(String service) {
        return new ServiceEvents(service, new ModelLibrary().catalog(List.of(Path.of("src/main/resources/models")))
                .service(service, null).model());
    }

    public ServiceModel model() {
        return model;
    }

    public OperationModel operation(String name) {
        return model.operation(name);
    }

    public BeforeParameterBuild parameters(String operation, Map<String, Object> params) {
        return new BeforeParameterBuild("before-parameter-build." + service + '.' + operation,
                new LinkedHashMap<>(params), operation(operation), new HashMap<>());
    }

    public BeforeCall call(String operation, HttpBody body, RecordingSigner signer) {
        SerializedRequest request = new SerializedRequest().method(operation(operation).httpMethod()).body(body)
                .url("https://" + service + ".eu-central-1.amazonaws.com/");
        return new BeforeCall("before-call." + service + '.' + operation, operation(operation), request, signer,
                new HashMap<>());
    }

    public AfterCall after(String operation, Map<String, Object> parsed) {
        return new AfterCall("after-call." + service + '.' + operation, HttpResponse.of(200, new HttpHeaders(), ""),
                new LinkedHashMap<>(parsed), operation(operation), new HashMap<>());
    }

    public BeforeParse parse(String operation, int status, String body) {
        RawResponse response = new RawResponse(status, new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8),
                new HashMap<>());
        return new BeforeParse("before-parse." + service + '.' + operation, operation(operation), response,
                new HashMap<>());
    }

    public RequestCreated created(String operation, AwsRequest request) {
        return new RequestCreated("request-created." + service + '.' + operation, request, operation);
    }

    public BeforeSign sign(String operation, AwsRequest request) {
        return new BeforeSign("before-sign." + service + '.' + operation, request, service, "eu-central-1", "v4",
                null, operation);
    }

    public ChooseSigner chooseSigner(String operation, String version, Map<String, Object> context) {
        return new ChooseSigner("choose-signer." + service + '.' + operation, service, "eu-central-1", version, context);
    }

    public CreatingClientClass creatingClass() {
        Map<String, ClientMethod> methods = new LinkedHashMap<>();
        model.methodToOperation().keySet().forEach(name -> methods.put(name, (client, arguments) -> null));
        return new CreatingClientClass("creating-client-class." + service, methods, new ArrayList<>());
    }

    public GetAttribute attribute(String name) {
        return new GetAttribute("getattr." + service + '.' + name, null);
    }

    public static AwsRequest request(String method, String url, String body) {
        return new AwsRequest(method, url, new HttpHeaders(), HttpBody.of(body), null, false, new HashMap<>());
    }
}
