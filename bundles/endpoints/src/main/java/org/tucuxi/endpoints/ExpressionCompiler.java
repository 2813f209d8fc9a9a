package org.tucuxi.endpoints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles the values of rules: literals, references, calls, and texts with placeholders. */
final class ExpressionCompiler {

    private static final String GET_ATTR = "getAttr";

    private final Functions functions;
    private final Document document;

    ExpressionCompiler(Functions functions, Document document) {
        this.functions = functions;
        this.document = document;
    }

    /** A value: what it refers to must be in the scope; what it assigns is added to it. */
    Expression value(Object source, Scope scope, Place place, int depth) {
        document.enter(place, depth);
        if (source instanceof Map<?, ?> map) {
            if (map.containsKey("fn")) {
                return call(source, scope, place, depth);
            }
            if (map.containsKey("ref")) {
                Place ref = place.member("ref");
                return new Expression.Reference(scope.read(Document.text(map.get("ref"), ref), ref));
            }
            throw place.broken("wants a literal, or an object with fn or with ref");
        }
        if (source instanceof String text) {
            return TemplateCompiler.compile(text, scope, place);
        }
        return new Expression.Literal(literal(source, place));
    }

    private static Object literal(Object source, Place place) {
        if (source instanceof Boolean || source instanceof Integer) {
            return source;
        }
        if (source instanceof Long number && number.intValue() == number) {
            return number.intValue();
        }
        if (source instanceof List<?> list) {
            List<Object> literals = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                literals.add(Document.text(list.get(i), place.element(i)));
            }
            return List.copyOf(literals);
        }
        throw place.broken("wants a string, an integer, a boolean or a list of strings");
    }

    /** A call; also what a condition consists of. */
    Expression call(Object source, Scope scope, Place place, int depth) {
        Map<String, Object> call = Document.object(source, place);
        Place fn = place.member("fn");
        String name = Document.text(call.get("fn"), fn);
        Function function = functions.find(name);
        boolean isGetAttr = name.equals(GET_ATTR);
        if (function == null && !isGetAttr) {
            throw fn.broken("there is no function " + name);
        }
        Place argv = place.member("argv");
        List<?> arguments = Document.list(call.get("argv"), argv);
        int arity = isGetAttr ? 2 : function.arity();
        if (arguments.size() != arity) {
            throw argv.broken(name + " takes " + arity + " arguments, not " + arguments.size());
        }
        if (isGetAttr) {
            Expression of = value(arguments.get(0), scope, argv.element(0), depth + 1);
            List<AttributeStep> steps = AttributePath.compile(arguments.get(1), argv.element(1));
            return new Expression.GetAttribute(of, steps, assignment(call, scope, place), place);
        }
        List<Expression> values = new ArrayList<>(arity);
        for (int i = 0; i < arity; i++) {
            values.add(value(arguments.get(i), scope, argv.element(i), depth + 1));
        }
        return new Expression.Call(function, List.copyOf(values), assignment(call, scope, place), place);
    }

    private static int assignment(Map<String, Object> call, Scope scope, Place place) {
        Place assign = place.member("assign");
        Object name = call.get("assign");
        return name == null ? -1 : scope.add(Document.text(name, assign), assign);
    }

    /** Properties of an endpoint: only texts with placeholders are computed. */
    Properties.Node property(Object source, Scope scope, Place place, int depth) {
        document.enter(place, depth);
        if (source instanceof Map<?, ?>) {
            return members(Document.object(source, place), scope, place, depth);
        }
        if (source instanceof List<?> list) {
            List<Properties.Node> nodes = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                nodes.add(property(list.get(i), scope, place.element(i), depth + 1));
            }
            Properties.Node elements = new Properties.Node.Elements(List.copyOf(nodes));
            return nodes.stream().allMatch(Properties.Node.Constant.class::isInstance) ? constant(elements) : elements;
        }
        if (source instanceof String text
                && TemplateCompiler.compile(text, scope, place) instanceof Expression.Template template) {
            return new Properties.Node.Text(template);
        }
        return new Properties.Node.Constant(source);
    }

    private Properties.Node members(Map<String, Object> source, Scope scope, Place place, int depth) {
        Map<String, Properties.Node> nodes = new LinkedHashMap<>();
        boolean constant = true;
        for (Map.Entry<String, Object> member : source.entrySet()) {
            Properties.Node node = property(member.getValue(), scope, place.member(member.getKey()), depth + 1);
            constant &= node instanceof Properties.Node.Constant;
            nodes.put(member.getKey(), node);
        }
        Properties.Node members = new Properties.Node.Members(nodes);
        return constant ? constant(members) : members;
    }

    private static Properties.Node constant(Properties.Node node) {
        return new Properties.Node.Constant(node.evaluate(new Object[0]));
    }
}
