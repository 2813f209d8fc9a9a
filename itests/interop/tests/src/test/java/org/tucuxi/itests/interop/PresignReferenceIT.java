package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.PresignedPost;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.itests.interop.PresignCases.Form;
import org.tucuxi.itests.interop.PresignCases.Place;
import org.tucuxi.itests.interop.PresignCases.Url;

/** URLs and forms are those of botocore, to the byte. It is asked after us, for the second that ours were signed in. */
@ExtendWith(World.Extension.class)
class PresignReferenceIT {

    private static final Pattern DATE = Pattern.compile("[?&]X-Amz-Date=(\\d{8}T\\d{6}Z)");
    private static final Pattern EXPIRES = Pattern.compile("[?&]Expires=(\\d+)");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final World world;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Place, Client> clients = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private Writer in;
    private BufferedReader out;

    PresignReferenceIT(World world) {
        this.world = world;
    }

    @Test
    void urlsAndFormsAreThoseOfBotocore() throws Exception {
        List<Url> urls = PresignCases.urls();
        List<Form> forms = PresignCases.forms();
        Path script = Path.of(getClass().getResource("/presign.py").toURI());
        Process botocore = new ProcessBuilder(System.getProperty("moto.python"), script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int refused = 0;
        try (Session session = world.sessions().builder().region("us-east-1").build();
                Session others = world.sessions().builder().region("us-east-1").dataPath(PresignCases.data()).build()) {
            in = botocore.outputWriter(StandardCharsets.UTF_8);
            out = botocore.inputReader(StandardCharsets.UTF_8);
            for (Url url : urls) {
                refused += compare(url, PresignCases.BUNDLES.contains(url.place().service()) ? session : others) ? 0 : 1;
            }
            for (Form form : forms) {
                compare(form, session);
            }
        } finally {
            in.close();
            botocore.waitFor();
        }
        assertThat(differences).isEmpty();
        assertThat(urls).hasSizeGreaterThan(200);
        assertThat(refused).as("cases that both refuse").isLessThan(urls.size() / 5);
    }

    /** Whether there is a URL to compare. */
    private boolean compare(Url one, Session session) throws Exception {
        String ours;
        try {
            ours = client(one.place(), session).presignedUrl(one.method(), one.params(), Duration.ofSeconds(one.expires()),
                    one.http());
        } catch (TucuxiException e) {
            JsonNode theirs = ask(one.place(), one.question(), 0, 0);
            if (!theirs.has("error")) {
                differences.add(one + "\n we refuse: " + e + "\n they give: " + theirs.path("url").asText());
            }
            return false;
        }
        long now = signedAt(ours, one.expires());
        JsonNode theirs = ask(one.place(), one.question(), now, now);
        if (!theirs.path("url").asText().equals(ours)) {
            differences.add(one + "\n   ours: " + ours + "\n theirs: " + theirs.path("url").asText()
                    + theirs.path("error").asText());
        }
        return true;
    }

    private static long signedAt(String url, long expires) {
        Matcher date = DATE.matcher(url);
        if (date.find()) {
            return second(date.group(1));
        }
        Matcher old = EXPIRES.matcher(url);
        return old.find() ? Long.parseLong(old.group(1)) - expires : 0;
    }

    private static long second(String basic) {
        return LocalDateTime.parse(basic, BASIC).toEpochSecond(ZoneOffset.UTC);
    }

    private void compare(Form one, Session session) throws Exception {
        PresignedPost ours = client(one.place(), session).presignedPost(one.bucket(), one.key(), one.fields(),
                one.conditions(), Duration.ofSeconds(one.expires()));
        JsonNode policy = mapper.readTree(Base64.getDecoder().decode(ours.fields().get("policy")));
        long begins = Instant.parse(policy.path("expiration").asText()).getEpochSecond() - one.expires();
        String date = ours.fields().get("x-amz-date");
        JsonNode theirs = ask(one.place(), one.question(), date == null ? begins : second(date), begins);
        if (!theirs.equals(mapper.valueToTree(Map.of("url", ours.url(), "fields", ours.fields())))) {
            differences.add(one + "\n   ours: " + ours.url() + ' ' + ours.fields() + "\n theirs: " + theirs);
        }
    }

    private Client client(Place place, Session session) {
        return clients.computeIfAbsent(place, absent -> {
            ClientConfig.Builder config = ClientConfig.builder();
            Map<String, Object> options = new LinkedHashMap<>(place.config());
            config.credentials(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                    (String) options.remove("token")));
            options.forEach(config::option);
            return session.client(place.service(), config.regionName(place.region()).build());
        });
    }

    private JsonNode ask(Place place, Map<String, Object> question, long now, long begins) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>(question);
        line.put("service", place.service());
        line.put("region", place.region());
        line.put("config", place.config());
        line.put("now", now);
        line.put("begins", begins);
        in.write(mapper.writeValueAsString(line) + "\n");
        in.flush();
        return mapper.readTree(out.readLine());
    }
}
