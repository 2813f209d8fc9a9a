package org.tucuxi.client.checksum;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tucuxi.ClientConfig;
import org.tucuxi.TucuxiException;
import org.tucuxi.http.AwsChunkedBody;
import org.tucuxi.http.AwsChunkedBody.Sum;
import org.tucuxi.http.AwsChunkedBody.Trailer;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.http.UnseekableStreamException;

/**
 * The checksum of a request (botocore/httpchecksum.py). It is decided on before {@code before-call} and written into the context under
 * {@value #CONTEXT}, where handlers and the signer see it; it is computed after {@code before-call}, over the body that handlers left.
 */
public final class RequestChecksums {

    /** Context key of what was decided: {@code request_algorithm}, {@code request_algorithm_header}, {@code response_algorithms}. */
    static final String CONTEXT = "checksum";
    static final String RESPONSE_ALGORITHMS = "response_algorithms";

    private static final String REQUEST_ALGORITHM = "request_algorithm";
    private static final String ALGORITHM_HEADER = "request_algorithm_header";
    private static final String PREFIX = "x-amz-checksum-";
    private static final Set<String> NO_ALGORITHMS = Set.of("algorithm", "mode", "type");
    private static final ChecksumAlgorithm DEFAULT = ChecksumAlgorithm.CRC32;
    private static final String WHEN_SUPPORTED = "when_supported";
    private static final int PIECE = 64 * 1024;

    private RequestChecksums() {
    }

    /**
     * Decides which checksum the request gets and by which the response may be checked.
     *
     * @param operation what the model says
     * @param params the parameters of the call
     * @param request serialised, with its context and URL
     * @param config the client's final configuration
     * @param features gets the id of the algorithm, for the user agent
     */
    public static void resolve(OperationChecksums operation, Map<String, Object> params, SerializedRequest request,
            ClientConfig config, Set<String> features) {
        if (!isGiven(request.headers(), features) && operation.concernsRequests()) {
            resolveRequest(operation, params, request, config, features);
        }
        if (operation.modeMember() != null && params.get(operation.modeMember()) != null) {
            context(request).put(RESPONSE_ALGORITHMS, operation.candidates().stream().map(ChecksumAlgorithm::id).toList());
        }
    }

    private static void resolveRequest(OperationChecksums operation, Map<String, Object> params, SerializedRequest request,
            ClientConfig config, Set<String> features) {
        Object named = operation.algorithmMember() == null ? null : params.get(operation.algorithmMember());
        ChecksumAlgorithm algorithm;
        if (named != null) {
            algorithm = ChecksumAlgorithm.of(named.toString().toLowerCase(Locale.ROOT));
        } else if (operation.isRequired() || WHEN_SUPPORTED.equals(config.requestChecksumCalculation())) {
            if (Boolean.TRUE.equals(request.context().get("is_presign_request"))) {
                return;
            }
            algorithm = DEFAULT;
        } else {
            return;
        }
        boolean isTrailer = operation.hasStreamingInput() && !"s3".equals(config.signatureVersion())
                && (request.url().startsWith("https:") || isOneWayOfKnownLength(request));
        if (!isTrailer && named == null && !operation.isRequired() && !request.body().isRepeatable()) {
            // Nobody asked for it, and computing it would use the body up.
            return;
        }
        Map<String, Object> context = context(request);
        if (named == null && operation.algorithmHeader() != null) {
            context.put(ALGORITHM_HEADER, Map.of("name", operation.algorithmHeader(), "value", algorithm.name()));
        }
        Map<String, Object> chosen = new LinkedHashMap<>(4);
        chosen.put("algorithm", algorithm.id());
        chosen.put("in", isTrailer ? "trailer" : "header");
        chosen.put("name", algorithm.header());
        context.put(REQUEST_ALGORITHM, chosen);
        features.add(algorithm.feature());
    }

    /** Without TLS the trailer form is signed chunk by chunk: the only way for a stream that can be read once. */
    private static boolean isOneWayOfKnownLength(SerializedRequest request) {
        return !request.body().isRepeatable()
                && (request.body().length() >= 0 || request.headers().contains("Content-Length"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> context(SerializedRequest request) {
        return (Map<String, Object>) request.context().computeIfAbsent(CONTEXT, absent -> new LinkedHashMap<>(4));
    }

    /** Also looks for the user agent's sake. A Content-MD5 does not count, nor does a header with a further hyphen: the reference's pattern. */
    private static boolean isGiven(HttpHeaders headers, Set<String> features) {
        boolean isGiven = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && isPlain(name)) {
                isGiven = true;
                String id = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                ChecksumAlgorithm algorithm = NO_ALGORITHMS.contains(id) ? null : ChecksumAlgorithm.find(id);
                if (algorithm != null) {
                    features.add(algorithm.feature());
                }
            }
        }
        return isGiven;
    }

    private static boolean isPlain(String name) {
        for (int i = PREFIX.length(); i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives the request the checksum that was decided on.
     *
     * @param request as handlers left it
     */
    public static void apply(SerializedRequest request) {
        if (!(request.context().get(CONTEXT) instanceof Map<?, ?> context)
                || !(context.get(REQUEST_ALGORITHM) instanceof Map<?, ?> chosen)) {
            return;
        }
        String header = String.valueOf(chosen.get("name"));
        if (!request.headers().contains(header)) {
            ChecksumAlgorithm algorithm = ChecksumAlgorithm.of(String.valueOf(chosen.get("algorithm")));
            if ("trailer".equals(chosen.get("in"))) {
                applyTrailer(request, header, algorithm);
            } else {
                request.headers().put(header, of(request.body(), algorithm));
            }
        }
        if (context.get(ALGORITHM_HEADER) instanceof Map<?, ?> named) {
            request.headers().put(String.valueOf(named.get("name")), String.valueOf(named.get("value")));
        }
    }

    private static void applyTrailer(SerializedRequest request, String header, ChecksumAlgorithm algorithm) {
        HttpHeaders headers = request.headers();
        HttpBody body = request.body();
        headers.put("Transfer-Encoding", "chunked");
        String encoding = headers.get("Content-Encoding");
        headers.put("Content-Encoding", encoding == null ? "aws-chunked" : encoding + ",aws-chunked");
        headers.put("X-Amz-Trailer", header);
        String given = headers.remove("Content-Length");
        long length = body.length();
        if (length >= 0) {
            headers.put("X-Amz-Decoded-Content-Length", Long.toString(length));
        } else if (given != null) {
            headers.put("X-Amz-Decoded-Content-Length", given);
        }
        request.body(new AwsChunkedBody(body, List.of(new Trailer(header, algorithm::sum))));
    }

    private static String of(HttpBody body, ChecksumAlgorithm algorithm) {
        Sum sum = algorithm.sum();
        byte[] memory = body.bytes();
        if (memory != null) {
            sum.update(memory, 0, memory.length);
        } else if (body.isRepeatable()) {
            read(body, sum);
        } else {
            throw new UnseekableStreamException("The checksum " + algorithm.header() + " goes before the request body, but"
                    + " the body is a stream that can be read only once: it could not be sent any more. Pass a byte[], a"
                    + " Path, a FileInputStream or an HttpBody that is repeatable, give the checksum as a parameter, or"
                    + " use https, where the checksum follows the body");
        }
        return Base64.getEncoder().encodeToString(sum.digest());
    }

    private static void read(HttpBody body, Sum sum) {
        try (InputStream in = body.open()) {
            if (in instanceof ReadableByteChannel channel && sum instanceof ZipSum zip && body.length() > PIECE) {
                read(channel, zip);
                return;
            }
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                sum.update(piece, 0, n);
            }
        } catch (IOException e) {
            throw new TucuxiException("The request body could not be read for its checksum: " + e.getMessage(), e);
        }
    }

    /** The JDK sums up what is outside of the heap where it is. */
    private static void read(ReadableByteChannel channel, ZipSum sum) throws IOException {
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        while (channel.read(piece.clear()) >= 0) {
            sum.update(piece.flip());
        }
    }
}
