package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.MetadataRetrievalException;
import org.tucuxi.credentials.internal.metadata.LocalServer.Reply;

/** Compares with botocore by the fixtures that src/test/python/reference_metadata.py writes. */
class ReferenceMetadataTest extends MetadataTesting {

    private static final Map<String, String> SHORT = Map.of(TOKEN, "T", ROLES, "R", KEYS, "K");

    @Test
    void anInstanceIsAskedAsTheReferenceAsksIt() throws IOException {
        List<String> theirs = rows();
        List<String> ours = new ArrayList<>();
        for (String row : theirs) {
            String[] columns = row.split("\t");
            settings.set("metadata_service_num_attempts", Integer.valueOf(columns[0]));
            settings.set("ec2_metadata_v1_disabled", Boolean.valueOf(columns[1]));
            server.on(TOKEN, replies(columns[2], "token")).on(ROLES, replies(columns[3], "web-role"))
                    .on(KEYS, replies(columns[4], json("AKID", in(360))));
            server.seen.clear();
            String outcome = outcome();
            ours.add(String.join("\t", Arrays.copyOf(columns, 5)) + '\t' + asked() + '\t' + outcome);
        }

        assertThat(theirs).hasSizeGreaterThan(100);
        assertThat(ours).containsExactlyElementsOf(theirs);
    }

    private String outcome() {
        InstanceRole provider = new InstanceRole(refresh, new ExpiryExtension(clock, () -> 300));
        provider.transport = transport;
        try {
            return provider.load(settings).credentials() == null ? "none" : "keys";
        } catch (MetadataRetrievalException e) {
            return "error";
        }
    }

    /** For example {@code T R2 K2}: the 2 for a question with a token. */
    private String asked() {
        return server.seen.stream().map(one -> SHORT.get(one.method() + ' ' + one.uri())
                + (one.method().equals("PUT") ? "" : one.header(TOKEN_HEADER) == null ? "1" : "2"))
                .collect(Collectors.joining(" "));
    }

    private static Reply[] replies(String kinds, String good) {
        return Arrays.stream(kinds.split(",")).map(kind -> switch (kind) {
            case "ok" -> Reply.ok(good);
            case "empty" -> Reply.ok("");
            case "text" -> Reply.ok("<html>");
            case "partial" -> Reply.ok(good.replace("Token", "Other"));
            case "drop" -> LocalServer.DROP;
            default -> Reply.of(Integer.parseInt(kind), "");
        }).toArray(Reply[]::new);
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = ReferenceMetadataTest.class.getResourceAsStream("imds.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
