package org.tucuxi.itests.interop.precedence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes cases by chance: some of the places where a setting may stand have it, each with a value of its own. */
final class Generator {

    private static final String[] MODES = {"legacy", "standard", "adaptive"};

    private final List<Source> sources;
    private Random chance;
    private Case one;
    private String profile;

    /** Makes cases from some sources of credentials. */
    Generator(List<Source> sources) {
        this.sources = sources;
    }

    /** The same seed makes the same case. */
    Case make(long seed, Path home) {
        chance = new Random(seed);
        chance.nextInt();
        one = new Case(home);
        profile = chooseProfile();
        credentials();
        regions();
        endpoints();
        retries();
        variants();
        return one;
    }

    /** Some variables, each in some of the places where it may stand. */
    Case variables(long seed, Path home, JsonNode table) {
        chance = new Random(seed);
        chance.nextInt();
        one = new Case(home);
        profile = chooseProfile();
        table.properties().forEach(entry -> variable(entry.getKey(), entry.getValue()));
        if (in(50)) {
            one.configProfile(profile).put("s3", "\n  use_arn_region = " + value() + "\n  addressing_style = path"
                    + "\n  payload_signing_enabled = " + value() + "\n  other = x");
        }
        if (in(20)) {
            one.configProfile(profile).put("api_versions", "\n  s3 = 2006-03-01");
        }
        if (in(20)) {
            one.environment.put("AWS_S3_USE_ARN_REGION", value());
            one.configProfile(profile).put("s3_us_east_1_regional_endpoint", value());
            one.configProfile(profile).put("proxy_use_forwarding_for_https", value());
        }
        return one;
    }

    private void variable(String name, JsonNode places) {
        if (name.endsWith("_file") || name.equals("profile") || name.equals("api_versions")) {
            return;
        }
        for (JsonNode variable : places.path("environment")) {
            if (in(15)) {
                one.environment.put(variable.asText(), value());
            }
        }
        String key = places.path("key").asText(null);
        if (key != null && in(15)) {
            (in(70) ? one.configProfile(profile) : one.credentialsProfile(profile)).put(key, value());
        }
        if (in(5)) {
            one.variables.put(name, in(50) ? value() : 5);
        }
    }

    private String value() {
        return pick("true", "TRUE", "false", "False", "yes", "1", "0", "", "7", " 8 ", "+9", "-3", "1.5", "auto", "x y");
    }

    private boolean in(int percent) {
        return chance.nextInt(100) < percent;
    }

    private String pick(String... texts) {
        return texts[chance.nextInt(texts.length)];
    }

    /** Chooses a profile, and says which keys count. */
    private String chooseProfile() {
        one.configProfile("other").put("region", "sa-east-1");
        Source.SHARED_FILE.into(one, "other");
        switch (chance.nextInt(8)) {
            case 0 -> one.environment.put("AWS_PROFILE", Case.PROFILE);
            case 1 -> one.environment.put("AWS_DEFAULT_PROFILE", Case.PROFILE);
            case 2 -> one.explicitProfile = Case.PROFILE;
            case 3 -> {
                one.explicitProfile = Case.PROFILE;
                one.environment.put("AWS_PROFILE", "other");
            }
            case 4 -> {
                one.environment.put("AWS_PROFILE", Case.PROFILE);
                one.environment.put("AWS_DEFAULT_PROFILE", "other");
            }
            default -> {
                if (in(30)) {
                    one.configProfile("default");
                }
                return "default";
            }
        }
        if (in(95)) {
            one.configProfile(Case.PROFILE);
        }
        return Case.PROFILE;
    }

    private void credentials() {
        List<Source> wanted = new ArrayList<>(sources);
        Collections.shuffle(wanted, chance);
        int count = chance.nextInt(4);
        wanted.subList(0, count).forEach(source -> source.into(one, in(85) ? profile : "default"));
        if (in(5)) {
            one.credentialsProfile(profile).put("aws_access_key_id", "AKIDWITHOUTSECRET");
        }
        if (in(5)) {
            one.environment.put("AWS_ACCESS_KEY_ID", pick("", "AKIDWITHOUTSECRET"));
        }
    }

    private void regions() {
        if (in(25)) {
            one.environment.put("AWS_REGION", pick("eu-west-1", "cn-north-1"));
        }
        if (in(25)) {
            one.environment.put("AWS_DEFAULT_REGION", pick("us-west-2", "us-east-1"));
        }
        if (in(40)) {
            one.configProfile(profile).put("region", pick("eu-central-1", "us-gov-west-1", "us-east-1"));
        }
        if (in(10)) {
            one.credentialsProfile(profile).put("region", "ap-south-1");
        }
        if (in(15)) {
            one.variables.put("region", "ca-central-1");
        }
        if (in(15)) {
            one.clientRegion = pick("ap-northeast-1", "eu-north-1", "not a region");
        }
    }

    private void endpoints() {
        if (in(15)) {
            one.environment.put("AWS_ENDPOINT_URL_S3", pick("http://env-s3.invalid", ""));
        }
        if (in(15)) {
            one.environment.put("AWS_ENDPOINT_URL_SQS", "http://env-sqs.invalid:81");
        }
        if (in(15)) {
            one.environment.put("AWS_ENDPOINT_URL", pick("http://env-all.invalid", ""));
        }
        if (in(25)) {
            services();
        }
        if (in(15)) {
            one.configProfile(profile).put("endpoint_url", "https://profile-all.invalid");
        }
        if (in(8)) {
            one.credentialsProfile(profile).put("endpoint_url", "https://credentials-all.invalid");
        }
        if (in(10)) {
            one.clientEndpoint = "http://127.0.0.1:99/client";
        }
        if (in(10)) {
            one.environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", pick("true", "TRUE", "false", ""));
        }
        if (in(10)) {
            one.configProfile(profile).put("ignore_configured_endpoint_urls", pick("true", "false"));
        }
        if (in(10)) {
            one.clientConfig.put("ignore_configured_endpoint_urls", chance.nextBoolean());
        }
    }

    private void services() {
        one.configProfile(profile).put("services", "local");
        String block = "\n  endpoint_url = http://services-%s.invalid";
        Map<String, String> section = new TreeMap<>();
        if (in(60)) {
            section.put("s3", block.formatted("s3"));
        }
        if (in(40)) {
            section.put("sqs", block.formatted("sqs"));
        }
        if (in(20)) {
            section.put("dynamodb", block.formatted("dynamodb"));
        }
        if (in(90)) {
            one.config.put("services local", section);
        }
    }

    private void retries() {
        if (in(20)) {
            one.environment.put("AWS_RETRY_MODE", pick(MODES));
        }
        if (in(20)) {
            one.configProfile(profile).put("retry_mode", in(85) ? pick(MODES) : "wild");
        }
        if (in(10)) {
            one.variables.put("retry_mode", pick(MODES));
        }
        if (in(20)) {
            one.environment.put("AWS_MAX_ATTEMPTS", in(80) ? "7" : pick("0", "-1", "many", ""));
        }
        if (in(20)) {
            one.configProfile(profile).put("max_attempts", in(80) ? "8" : pick("0", "+9", "1.5"));
        }
        if (in(15)) {
            Map<String, Object> retries = new TreeMap<>();
            if (in(50)) {
                retries.put("mode", pick(MODES));
            }
            if (in(40)) {
                retries.put("max_attempts", in(85) ? chance.nextInt(5) : -1);
            }
            if (in(40)) {
                retries.put("total_max_attempts", in(85) ? 2 + chance.nextInt(3) : 0);
            }
            one.clientConfig.put("retries", retries);
        }
    }

    /** Switches that change endpoints and defaults. */
    private void variants() {
        if (in(10)) {
            one.environment.put("AWS_USE_FIPS_ENDPOINT", pick("true", "false"));
        }
        if (in(10)) {
            one.configProfile(profile).put("use_dualstack_endpoint", pick("true", "false", "yes"));
        }
        if (in(8)) {
            one.configProfile(profile).put("s3", "\n  use_dualstack_endpoint = " + pick("true", "false")
                    + "\n  us_east_1_regional_endpoint = " + pick("regional", "legacy"));
        }
        if (in(8)) {
            one.environment.put("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", pick("regional", "legacy", "other"));
        }
        if (in(15)) {
            one.environment.put("AWS_STS_REGIONAL_ENDPOINTS", in(90) ? pick("legacy", "regional") : "other");
        }
        if (in(15)) {
            one.configProfile(profile).put("sts_regional_endpoints", pick("legacy", "regional"));
        }
        if (in(10)) {
            one.environment.put("AWS_DEFAULTS_MODE", pick("standard", "in-region", "Cross-Region", "mobile", "legacy"));
        }
        if (in(10)) {
            one.configProfile(profile).put("defaults_mode", pick("standard", "mobile", "fast"));
        }
        if (in(8)) {
            one.clientConfig.put("defaults_mode", pick("in-region", "legacy"));
        }
    }
}
