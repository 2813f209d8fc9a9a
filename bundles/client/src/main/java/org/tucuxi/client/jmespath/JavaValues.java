package org.tucuxi.client.jmespath;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExceptionType;
import software.amazon.smithy.jmespath.RuntimeType;
import software.amazon.smithy.jmespath.evaluation.EvaluationUtils;
import software.amazon.smithy.jmespath.evaluation.JmespathRuntime;
import software.amazon.smithy.jmespath.evaluation.NumberType;

/**
 * The values of calls as JMESPath sees them. What JSON does not know (blobs, times, streams) can be found and compared for
 * equality; to functions it is an expression, which none of them takes by mistake.
 */
final class JavaValues implements JmespathRuntime<Object> {

    static final JavaValues INSTANCE = new JavaValues();

    private JavaValues() {
    }

    @Override
    public RuntimeType typeOf(Object value) {
        if (value instanceof String) {
            return RuntimeType.STRING;
        }
        if (value instanceof Map<?, ?>) {
            return RuntimeType.OBJECT;
        }
        if (value instanceof Collection<?>) {
            return RuntimeType.ARRAY;
        }
        if (value == null) {
            return RuntimeType.NULL;
        }
        if (value instanceof Number) {
            return RuntimeType.NUMBER;
        }
        return value instanceof Boolean ? RuntimeType.BOOLEAN : RuntimeType.EXPRESSION;
    }

    @Override
    public boolean is(Object value, RuntimeType type) {
        return switch (type) {
            case ARRAY -> value instanceof Collection<?>;
            case OBJECT -> value instanceof Map<?, ?>;
            case STRING -> value instanceof String;
            case NULL -> value == null;
            default -> typeOf(value) == type;
        };
    }

    @Override
    public boolean isTruthy(Object value) {
        if (value == null || Boolean.FALSE.equals(value) || "".equals(value)) {
            return false;
        }
        return value instanceof Collection<?> items ? !items.isEmpty() : !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    @Override
    public boolean equal(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a == null || b == null) {
            return false;
        }
        if (a instanceof Number one && b instanceof Number other) {
            return sameNumber(one, other);
        }
        if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
            return sameMap(one, other);
        }
        if (a instanceof List<?> one && b instanceof List<?> other) {
            return sameList(one, other);
        }
        return a instanceof byte[] one && b instanceof byte[] other ? Arrays.equals(one, other) : a.equals(b);
    }

    private boolean sameMap(Map<?, ?> one, Map<?, ?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : one.entrySet()) {
            Object value = other.get(entry.getKey());
            if (value == null && !other.containsKey(entry.getKey()) || !equal(entry.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameList(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(Number one, Number other) {
        if (isInteger(one) && isInteger(other)) {
            return one.longValue() == other.longValue();
        }
        if (isFloating(one) && isFloating(other)) {
            return one.doubleValue() == other.doubleValue();
        }
        return isFinite(one) && isFinite(other) && exact(one).compareTo(exact(other)) == 0;
    }

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof String one && b instanceof String other) {
            return compareTexts(one, other);
        }
        if (!(a instanceof Number one) || !(b instanceof Number other)) {
            throw new JmespathException(JmespathExceptionType.INVALID_TYPE, "only numbers, or only texts, can be ordered");
        }
        if (isInteger(one) && isInteger(other)) {
            return Long.compare(one.longValue(), other.longValue());
        }
        if (isFloating(one) && isFloating(other) || !isFinite(one) || !isFinite(other)) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return exact(one).compareTo(exact(other));
    }

    /** By code points, as the reference does; {@code compareTo} would put characters beyond 16 bits before some of 16. */
    private static int compareTexts(String one, String other) {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b) ? a - b : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }

    private static boolean isInteger(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte;
    }

    private static boolean isFloating(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static boolean isFinite(Number number) {
        return !isFloating(number) || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return isInteger(number) ? BigDecimal.valueOf(number.longValue()) : BigDecimal.valueOf(number.doubleValue());
    }

    @Override
    public String toString(Object value) {
        return value instanceof String text ? text : JsonText.of(value);
    }

    @Override
    public Object createNull() {
        return null;
    }

    @Override
    public Object createBoolean(boolean value) {
        return value;
    }

    @Override
    public boolean asBoolean(Object value) {
        return value instanceof Boolean known ? known : JavaValues.<Boolean>refuse("a boolean", value);
    }

    @Override
    public Object createString(String value) {
        return value;
    }

    @Override
    public String asString(Object value) {
        return value instanceof String text ? text : JavaValues.<String>refuse("a text", value);
    }

    @Override
    public Object createNumber(Number value) {
        return value instanceof Long number && number.intValue() == number ? (Object) number.intValue() : value;
    }

    @Override
    public NumberType numberType(Object value) {
        return EvaluationUtils.numberType(asNumber(value));
    }

    @Override
    public Number asNumber(Object value) {
        return value instanceof Number number ? number : JavaValues.<Number>refuse("a number", value);
    }

    private static <T> T refuse(String wanted, Object value) {
        throw new JmespathException(JmespathExceptionType.INVALID_TYPE, "expected " + wanted + ", but found "
                + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
    }

    @Override
    public ArrayBuilder<Object> arrayBuilder() {
        return new Items();
    }

    @Override
    public Object element(Object array, int index) {
        if (array instanceof List<?> list) {
            return list.get(index);
        }
        return new ArrayList<>((Collection<?>) array).get(index);
    }

    @Override
    public ObjectBuilder<Object> objectBuilder() {
        return new Members();
    }

    @Override
    public Object value(Object object, Object key) {
        return object instanceof Map<?, ?> map ? map.get(key) : null;
    }

    @Override
    public int length(Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        return value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
    }

    @Override
    public Iterable<?> asIterable(Object value) {
        return value instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) value;
    }

    private static final class Items implements ArrayBuilder<Object> {

        private final List<Object> items = new ArrayList<>();

        @Override
        public void add(Object value) {
            items.add(value);
        }

        @Override
        public void addAll(Object array) {
            items.addAll(array instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) array);
        }

        @Override
        public Object build() {
            return items;
        }
    }

    private static final class Members implements ObjectBuilder<Object> {

        private final Map<String, Object> members = new LinkedHashMap<>();

        @Override
        public void put(Object key, Object value) {
            members.put((String) key, value);
        }

        @Override
        public void putAll(Object object) {
            ((Map<?, ?>) object).forEach((key, value) -> members.put(String.valueOf(key), value));
        }

        @Override
        public Object build() {
            return members;
        }
    }
}
