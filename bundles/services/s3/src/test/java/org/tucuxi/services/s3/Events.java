package org.tucuxi.services.s3;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.models.ModelLibrary;

/** Events of S3 calls, made by hand over the real model. */
final class Events {

    private static final ServiceModel MODEL = new ModelLibrary().catalog(List.of(Path.of("src/main/resources/models")))
            .service("s3", null).model();

    private Events() {
    }

    static OperationModel operation(String name) {
        return MODEL.operation(name);
    }

    static BeforeParameterBuild parameters(String operation, Map<String, Object> params) {
        return new BeforeParameterBuild("before-parameter-build.s3." + operation, new LinkedHashMap<>(params),
                operation(operation), new HashMap<>());
    }

    static BeforeEndpointResolution endpoint(String operation, Map<String, Object> params, Map<String, Object> builtins,
            Map<String, Object> context) {
        return new BeforeEndpointResolution("before-endpoint-resolution.s3", new HashMap<>(builtins),
                operation(operation), params, context);
    }

    static BeforeCall call(String operation, HttpBody body) {
        SerializedRequest request = new SerializedRequest().method(operation(operation).httpMethod()).body(body);
        return new BeforeCall("before-call.s3." + operation, operation(operation), request, null, new HashMap<>());
    }

    static BeforeSign sign(String authPath, String version, Map<String, Object> context) {
        AwsRequest request = new AwsRequest("PUT", "https://host/key", new HttpHeaders(), HttpBody.EMPTY, authPath,
                false, context);
        return new BeforeSign("before-sign.s3.PutObject", request, "s3", "us-west-2", version, null, "PutObject");
    }

    static BeforeParse parse(String operation, int status, String body, Map<String, String> headers) {
        RawResponse response = new RawResponse(status, HttpHeaders.of(headers), body.getBytes(StandardCharsets.UTF_8),
                new HashMap<>());
        return new BeforeParse("before-parse.s3." + operation, operation(operation), response, new HashMap<>());
    }

    static AfterCall after(String operation, int status, String body, Map<String, Object> parsed,
            Map<String, Object> context) {
        return new AfterCall("after-call.s3." + operation, HttpResponse.of(status, new HttpHeaders(), body), parsed,
                operation(operation), context);
    }
}
