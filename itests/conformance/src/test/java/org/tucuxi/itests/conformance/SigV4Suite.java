package org.tucuxi.itests.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.internal.SigV4;

/**
 * {@code sigv4/CASE/}: AWS's signature suite. A case is a request ({@code .req}), its canonical form ({@code .creq}),
 * the string to sign ({@code .sts}), the authorization ({@code .authz}) and the signed request ({@code .sreq}).
 */
final class SigV4Suite implements Suite {

    private static final String FOLDER = "sigv4";
    private static final String ACCESS_KEY = "AKIDEXAMPLE";
    private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");

    private final SigV4 algorithm = SigV4.generic();

    @Override
    public String name() {
        return FOLDER;
    }

    @Override
    public boolean accepts(Path folder) {
        return !requests(folder).isEmpty();
    }

    private static List<Path> requests(Path folder) {
        Path root = Files.isDirectory(folder.resolve(FOLDER)) ? folder.resolve(FOLDER) : folder;
        try (Stream<Path> paths = Files.walk(root, 3)) {
            return paths.filter(path -> path.toString().endsWith(".req")).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public List<Result> run(Path folder) {
        List<Result> results = new ArrayList<>();
        for (Path request : requests(folder)) {
            String name = Folders.name(request).replaceFirst("\\.req$", "");
            results.add(Result.of(FOLDER + "/" + name, () -> check(request.resolveSibling(name).toString())));
        }
        return results;
    }

    private void check(String file) throws IOException {
        String canonicalRequest = read(file + ".creq");
        FrozenCredentials credentials = new FrozenCredentials(ACCESS_KEY, SECRET_KEY, token(canonicalRequest), null);
        AwsRequest request = RawRequest.parse(read(file + ".req")).toAwsRequest();
        Signer.Scope scope = new Signer.Scope("v4", credentials, "us-east-1", "service", request.context());

        SigV4.Steps steps = algorithm.explain(request, scope, NOW);

        Result.expect("canonical request", canonicalRequest, steps.canonicalRequest());
        Result.expect("string to sign", read(file + ".sts"), steps.stringToSign());
        Result.expect("authorization", read(file + ".authz"), steps.authorization());
        for (Map.Entry<String, String> header : RawRequest.parse(read(file + ".sreq")).headers()) {
            if (isComparable(header.getKey())) {
                Result.expect(header.getKey() + " has " + header.getValue(), true,
                        steps.headers().all(header.getKey()).contains(header.getValue()));
            }
        }
    }

    /**
     * The authorization is compared already, and in some signed requests of the suite it is that of another case; the
     * token is added behind the signature in one of them.
     */
    private static boolean isComparable(String header) {
        return !header.equalsIgnoreCase("Authorization") && !header.equalsIgnoreCase("X-Amz-Security-Token");
    }

    /** The suite says nowhere else that a case has a session token. */
    private static String token(String canonicalRequest) {
        String header = "x-amz-security-token:";
        return canonicalRequest.lines().filter(line -> line.startsWith(header))
                .map(line -> line.substring(header.length())).findFirst().orElse(null);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file)).replace("\r\n", "\n");
    }

    /** A request as text. */
    private record RawRequest(String method, String target, HttpHeaders headers, String body) {

        static RawRequest parse(String text) {
            int end = text.indexOf("\n\n");
            String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n");
            int methodEnd = lines[0].indexOf(' ');
            HttpHeaders headers = new HttpHeaders();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                String name = lines[i].substring(0, colon);
                StringBuilder value = new StringBuilder(lines[i].substring(colon + 1).strip());
                while (i + 1 < lines.length && lines[i + 1].startsWith(" ")) {
                    value.append(' ').append(lines[++i].strip());
                }
                headers.add(name, value.toString());
            }
            return new RawRequest(lines[0].substring(0, methodEnd),
                    lines[0].substring(methodEnd + 1, lines[0].lastIndexOf(" HTTP/")), headers,
                    end < 0 ? "" : text.substring(end + 2));
        }

        AwsRequest toAwsRequest() {
            HttpBody content = body.isEmpty() ? HttpBody.EMPTY : HttpBody.of(body.getBytes(UTF_8));
            return new AwsRequest(method, "https://" + headers.get("Host") + target, headers, content, null, false,
                    new HashMap<>());
        }
    }
}
