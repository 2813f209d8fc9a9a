package org.tucuxi.itests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.ConfigParseException;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ProfileNotFoundException;
import org.tucuxi.config.internal.ConfigurationReader;

/** Profile files. */
final class ProfileTarget implements Target {

    private static final Attempt.Bounds BOUNDS = new Attempt.Bounds(24L << 20, 200);
    private static final String[] LINES = {"[default]", "[profile one]", "[profile \"two words\"]", "[sso-session s]",
            "[services x]",
        "[", "[]", "[a", "[profile]", "[profile 'x]", "[profile \"x\\\"]", "region = us-east-1", "region=", "=value",
        "s3 =",
        "  addressing_style = path", "    deeper = x", "\tmax_concurrency = abc", "max_attempts = 999999999999",
        "max_attempts = x",
        "# comment", "; comment", "a = b # c", "role_arn = arn:aws:iam::1:role/x", "source_profile = default",
        "services = x",
        "endpoint_url = http://%", "  endpoint_url = http://x", "s3 =\n  endpoint_url = http://y",
        "retry_mode = \u0000",
        "use_fips_endpoint = maybe", "metadata_service_timeout = -1", "credential_process = \"a b' c",
        "ca_bundle = ~x/y",
        "data_path = $A:${B", "defaults_mode = auto", "\ufeff[default]", "[DEFAULT]", "   continued"};
    /** Lines that may follow each other in most orders. */
    private static final int[] FINE = {11, 20, 21, 22, 30, 31, 32, 33, 34, 35, 37};
    private static final String[] VARIABLES = {
        "region", "s3", "max_attempts", "retry_mode", "use_fips_endpoint", "data_path", "metadata_service_timeout",
        "ca_bundle", "defaults_mode"
    };

    private final Path folder;

    ProfileTarget(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public Attempt next(SplittableRandom random) {
        boolean isFine = random.nextInt(3) > 0;
        StringBuilder text = new StringBuilder(isFine ? "[default]\n" : "");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(LINES[isFine ? FINE[random.nextInt(FINE.length)]
                    : random.nextInt(LINES.length)]).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = Corpus.text(text.toString());
        byte[] file = random.nextInt(3) == 0 ? bytes : new Mutation(random).of(bytes);
        Path path = folder.resolve("config");
        try {
            Files.createDirectories(folder);
            Files.write(path, file);
            // Credentials that others may read are warned of.
            path.toFile().setReadable(false, false);
            path.toFile().setReadable(true, true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> environment = Map.of("AWS_CONFIG_FILE", path.toString(), "AWS_SHARED_CREDENTIALS_FILE",
                path.toString(),
                "HOME", folder.toString());
        return new Attempt("a profile file", file, () -> use(new ConfigurationReader().read(Map.of(), environment)),
                Attempt.permit("", ConfigParseException.class, ProfileNotFoundException.class,
                        InvalidConfigException.class), BOUNDS);
    }

    private static Object use(Configuration configuration) {
        List<Object> result = new ArrayList<>();
        result.add(configuration.fullConfig());
        configuration.scopedConfig();
        configuration.section("s3");
        configuration.endpointUrl("s3", "S3");
        configuration.explain();
        for (String variable : VARIABLES) {
            result.add(configuration.get(variable));
        }
        return result;
    }
}
