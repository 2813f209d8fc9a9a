package org.tucuxi.services.shared.testing;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.ClientMeta;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.RequestSigner;

/** Signs nothing: a presigned URL says for what it was asked. */
public final class RecordingSigner implements RequestSigner {

    private final String region;
    private final List<Presigning> purposes = new ArrayList<>();

    public RecordingSigner(String region) {
        this.region = region;
    }

    public List<Presigning> purposes() {
        return purposes;
    }

    /** A client that has this signer, and nothing else. */
    public Client client() {
        ClientMeta meta = proxy(ClientMeta.class, Map.of("signer", this, "region", region));
        return proxy(Client.class, Map.of("meta", meta));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object answer = answers.get(method.getName());
            if (answer == null) {
                throw new AssertionError("Nobody is to ask for " + method);
            }
            return answer;
        }));
    }

    @Override
    public String regionName() {
        return region;
    }

    @Override
    public String signingName() {
        return "service";
    }

    @Override
    public String signatureVersion() {
        return "v4";
    }

    @Override
    public void sign(String operationName, AwsRequest request) {
        throw new AssertionError("Nothing is to be signed here");
    }

    @Override
    public void sign(String operationName, AwsRequest request, Presigning purpose) {
        throw new AssertionError("Nothing is to be signed here");
    }

    @Override
    public String presignedUrl(String operationName, SerializedRequest request, Presigning purpose) {
        purposes.add(purpose);
        return request.url() + '?' + new String(request.body().bytes(), StandardCharsets.UTF_8) + "&signed="
                + operationName + "&headers=" + request.headers().size() + "&method=" + request.method();
    }
}
