package org.tucuxi.client.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.tucuxi.ClientConfig;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;

/** How one operation takes its requests compressed. */
public final class RequestCompression {

    private static final String GZIP = "gzip";
    /** The reference's GZIP_REQUEST_COMPRESSION. */
    private static final String FEATURE = "L";

    private final boolean isStreaming;

    private RequestCompression(boolean isStreaming) {
        this.isStreaming = isStreaming;
    }

    /**
     * Reads the trait of an operation.
     *
     * @param operation the operation
     * @return how it takes its requests, or null when it takes them as they are
     */
    public static RequestCompression of(OperationModel operation) {
        Map<String, Object> trait = operation.map("requestcompression");
        if (!(trait.get("encodings") instanceof List<?> encodings) || !encodings.contains(GZIP)) {
            return null;
        }
        if (!operation.hasStreamingInput()) {
            return new RequestCompression(false);
        }
        Shape payload = operation.input().members().get(operation.input().payload());
        return payload.flag("requiresLength") ? null : new RequestCompression(true);
    }

    /**
     * Compresses a request, if its body is large enough and nobody decided against it.
     *
     * @param request as handlers left it
     * @param config the client's final configuration
     * @param features gets the id of the feature, for the user agent
     */
    public void apply(SerializedRequest request, ClientConfig config, Set<String> features) {
        if (Boolean.TRUE.equals(config.disableRequestCompression()) || "v2".equals(config.signatureVersion())) {
            return;
        }
        HttpBody body = request.body();
        if (!isStreaming && body.length() < config.requestMinCompressionSizeBytes()) {
            return;
        }
        byte[] memory = body.bytes();
        request.body(memory != null ? HttpBody.of(gzip(memory)) : new GzipBody(body));
        HttpHeaders headers = request.headers();
        String encoding = headers.get("Content-Encoding");
        headers.put("Content-Encoding", encoding == null ? GZIP : encoding + ',' + GZIP);
        features.add(FEATURE);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
