package org.tucuxi.endpoints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tucuxi.endpoint.RuleSet.Parameter;

/** Compiles one rule-set document. */
final class RuleSetCompiler {

    private static final Set<String> PARAMETER_TYPES = Set.of("string", "boolean", "stringarray");

    private final Document document = new Document();
    private final ExpressionCompiler expressions;
    private final Place root;

    RuleSetCompiler(Functions functions, String name) {
        this.expressions = new ExpressionCompiler(functions, document);
        this.root = Place.document(name);
    }

    CompiledRuleSet compile(Map<String, Object> source) {
        Document.object(source, root);
        if (!(source.get("version") instanceof String version) || !version.startsWith("1.")) {
            throw root.member("version").broken("wants a version 1, not " + source.get("version"));
        }
        Scope scope = Scope.document();
        Map<String, Parameter> parameters = parameters(source.get("parameters"), scope, root.member("parameters"));
        List<Rule> rules = rules(source.get("rules"), scope, root.member("rules"), 1);
        List<ParameterReader> readers = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters.values()) {
            readers.add(new ParameterReader(parameter, scope.isRead(readers.size())));
        }
        return new CompiledRuleSet(parameters, List.copyOf(readers), rules, scope.frameSize());
    }

    /** Parameters take the first slots, in their order. */
    private Map<String, Parameter> parameters(Object source, Scope scope, Place place) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : Document.object(source, place).entrySet()) {
            Place at = place.member(entry.getKey());
            document.enter(at, 1);
            scope.add(entry.getKey(), at);
            parameters.put(entry.getKey(), parameter(entry.getKey(), Document.object(entry.getValue(), at), at));
        }
        return parameters;
    }

    private static Parameter parameter(String name, Map<String, Object> source, Place place) {
        String type = Document.text(source.get("type"), place.member("type")).toLowerCase(Locale.ROOT);
        if (!PARAMETER_TYPES.contains(type)) {
            throw place.member("type").broken("a parameter is a string, a boolean or a stringArray, not a " + type);
        }
        Object builtIn = source.get("builtIn");
        Object fallback = source.get("default");
        Parameter parameter = new Parameter(name, type.equals("stringarray") ? "stringArray" : type,
                builtIn == null ? null : Document.text(builtIn, place.member("builtIn")),
                fallback instanceof List<?> list ? List.copyOf(list) : fallback,
                Boolean.TRUE.equals(source.get("required")));
        if (fallback != null && !ParameterReader.fits(parameter, fallback)) {
            throw place.member("default").broken("the default must be a " + parameter.type());
        }
        return parameter;
    }

    private List<Rule> rules(Object source, Scope scope, Place place, int depth) {
        List<?> list = Document.list(source, place);
        List<Rule> rules = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Place at = place.element(i);
            document.enter(at, depth);
            rules.add(rule(Document.object(list.get(i), at), scope.inner(), at, depth));
        }
        return List.copyOf(rules);
    }

    private Rule rule(Map<String, Object> source, Scope scope, Place place, int depth) {
        String type = Document.text(source.get("type"), place.member("type"));
        List<Expression> conditions = conditions(source.get("conditions"), scope, place.member("conditions"), depth);
        return switch (type) {
            case "tree" -> new Rule.Tree(conditions,
                    rules(source.get("rules"), scope, place.member("rules"), depth + 1));
            case "endpoint" -> found(conditions, source, scope, place.member("endpoint"), depth);
            case "error" -> {
                Place at = place.member("error");
                yield new Rule.Refused(conditions, expressions.value(source.get("error"), scope, at, depth + 1), at);
            }
            default -> throw place.member("type").broken("a rule is a tree, an endpoint or an error, not a " + type);
        };
    }

    private List<Expression> conditions(Object source, Scope scope, Place place, int depth) {
        List<?> list = source == null ? List.of() : Document.list(source, place);
        List<Expression> conditions = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Place at = place.element(i);
            document.enter(at, depth);
            conditions.add(expressions.call(list.get(i), scope, at, depth + 1));
        }
        return List.copyOf(conditions);
    }

    private Rule found(List<Expression> conditions, Map<String, Object> rule, Scope scope, Place place, int depth) {
        Map<String, Object> endpoint = Document.object(rule.get("endpoint"), place);
        Expression url = expressions.value(endpoint.get("url"), scope, place.member("url"), depth + 1);
        Place at = place.member("properties");
        Map<String, Object> properties = Document.objectOrEmpty(endpoint.get("properties"), at);
        return new Rule.Found(conditions, url,
                new Properties(expressions.property(properties, scope, at, depth + 1)),
                headers(endpoint.get("headers"), scope, place.member("headers"), depth + 1), place);
    }

    private Map<String, List<Expression>> headers(Object source, Scope scope, Place place, int depth) {
        Map<String, List<Expression>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, Object> header : Document.objectOrEmpty(source, place).entrySet()) {
            Place at = place.member(header.getKey());
            List<?> list = Document.list(header.getValue(), at);
            List<Expression> values = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                values.add(expressions.value(list.get(i), scope, at.element(i), depth));
            }
            headers.put(header.getKey(), List.copyOf(values));
        }
        return headers;
    }
}
