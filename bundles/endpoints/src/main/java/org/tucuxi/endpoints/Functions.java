package org.tucuxi.endpoints;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tucuxi.endpoints.Function.WrongArgument;

/**
 * The functions of the rules language (Smithy, "Rules engine standard library" and "AWS rules engine library"), but for
 * {@code getAttr}, whose path is compiled.
 */
final class Functions {

    private final Map<String, Function> byName;

    /**
     * Makes the functions.
     *
     * @param partitions for {@code aws.partition}
     */
    Functions(Partitions partitions) {
        byName = Stream.of(
                new Function("isSet", 1, a -> a[0] != null),
                new Function("not", 1, a -> !isTrue(a[0])),
                new Function("booleanEquals", 2, a -> bool(a[0]) == bool(a[1])),
                new Function("stringEquals", 2, a -> text(a[0]).equals(text(a[1]))),
                new Function("substring", 4, Functions::substring),
                new Function("uriEncode", 1, a -> ifThere(a[0], UriText::encode)),
                new Function("isValidHostLabel", 2, a -> HostLabel.isValid(textOrNull(a[0]), bool(a[1]))),
                new Function("parseURL", 1, a -> ParsedUrl.parse(textOrNull(a[0]))),
                new Function("aws.partition", 1, a -> partitions.match(textOrNull(a[0])).outputs()),
                new Function("aws.parseArn", 1, a -> ParsedArn.parse(textOrNull(a[0]))),
                new Function("aws.isVirtualHostableS3Bucket", 2,
                        a -> HostLabel.isVirtualHostableBucket(textOrNull(a[0]), bool(a[1]))))
                .collect(Collectors.toUnmodifiableMap(Function::name, function -> function));
    }

    /** The function of that name, or null. */
    Function find(String name) {
        return byName.get(name);
    }

    /** Nothing, false, zero, and empty texts and lists are not true, as in the reference's language. */
    private static boolean isTrue(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Number number ? number.intValue() != 0 : value != null;
    }

    private static Object substring(Object[] arguments) throws WrongArgument {
        String text = text(arguments[0]);
        int start = number(arguments[1]);
        int stop = number(arguments[2]);
        if (start < 0 || start >= stop || text.length() < stop || !isAscii(text)) {
            return null;
        }
        return bool(arguments[3])
                ? text.substring(text.length() - stop, text.length() - start)
                : text.substring(start, stop);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String ifThere(Object value, UnaryOperator<String> function) throws WrongArgument {
        return value == null ? null : function.apply(text(value));
    }

    private static String text(Object value) throws WrongArgument {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a string", value);
    }

    private static String textOrNull(Object value) throws WrongArgument {
        return value == null ? null : text(value);
    }

    private static boolean bool(Object value) throws WrongArgument {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("a boolean", value);
    }

    private static int number(Object value) throws WrongArgument {
        if (value instanceof Integer number) {
            return number;
        }
        throw wrong("an integer", value);
    }

    private static WrongArgument wrong(String wanted, Object value) {
        String given = value == null ? "nothing" : value.getClass().getSimpleName();
        return new WrongArgument("wants " + wanted + ", not " + given);
    }
}
