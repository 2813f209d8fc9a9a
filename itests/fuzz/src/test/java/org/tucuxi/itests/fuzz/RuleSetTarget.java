package org.tucuxi.itests.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.endpoints.CompilingEndpointRules;
import org.tucuxi.model.ModelException;

/** Endpoint rules: documents that are wrong, and parameters that are. */
final class RuleSetTarget implements Target {

    private static final Attempt.Bounds BOUNDS = new Attempt.Bounds(64L << 20, 0);
    private static final String NAME = "fuzzed rules";
    private static final String[] TEXTS = {
        "us-east-1", "", "bucket", "a.b.c", "arn:aws:s3:::x",
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/reports",
        "arn:aws:s3:us-west-2:123456789012:accesspoint:myendpoint", "arn:::::", "arn:aws:a:b:c:/", "https://x",
        "http://[::1]:99999/", "https://%zz", "ftp://x", "http://a b", "mybucket--use1-az1--x-s3", "1.2.3.4", "-",
        "${Region}", "{Region}"
    };

    private final CompilingEndpointRules rules = new CompilingEndpointRules();
    private final List<Map<String, Object>> documents = Lab.ruleSets();

    @Override
    public String name() {
        return "endpoint rules";
    }

    @Override
    public Attempt next(SplittableRandom random) {
        Map<String, Object> document = TreeMutation.copy(documents.get(random.nextInt(documents.size())));
        if (random.nextInt(5) > 0) {
            new TreeMutation(random).damage(document);
        }
        SplittableRandom values = random.split();
        return new Attempt("rules of S3 kind: " + summary(document), new byte[0], () -> {
            RuleSet compiled = rules.compile(document, NAME);
            EndpointResolutionException refused = null;
            for (int i = 0; i < 20; i++) {
                try {
                    compiled.resolve(parameters(compiled, values));
                } catch (EndpointResolutionException e) {
                    refused = e;
                }
            }
            return refused == null ? "resolved" : "refused";
        }, Attempt.permit(NAME, ModelException.class), BOUNDS);
    }

    private static String summary(Map<String, Object> document) {
        String text = String.valueOf(document);
        return text.length() > 3000 ? text.substring(0, 3000) : text;
    }

    private static Map<String, Object> parameters(RuleSet rules, SplittableRandom random) {
        Map<String, Object> result = new HashMap<>();
        for (RuleSet.Parameter parameter : rules.parameters().values()) {
            switch (random.nextInt(8)) {
                case 0 -> { }
                case 1 -> result.put(parameter.name(), Scalars.hostile(random));
                case 2 -> result.put(parameter.name(), List.of(Scalars.hostile(random)));
                default -> result.put(parameter.name(),
                        parameter.type().equals("boolean") ? (Object) random.nextBoolean()
                        : TEXTS[random.nextInt(TEXTS.length)]);
            }
        }
        return result;
    }
}
