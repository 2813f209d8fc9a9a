package org.tucuxi.protocols.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.ParamValidationException;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;

/** The text that an operation puts before its host, with the host labels among the parameters filled in. */
public final class HostPrefix {

    private final List<String> literals = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    private HostPrefix() {
    }

    /**
     * Compiles the host prefix of an operation.
     *
     * @param operation the operation
     * @return the prefix, or null when it has none
     * @throws ModelException when it names a member that is no host label
     */
    public static HostPrefix compile(OperationModel operation) {
        if (!(operation.map("endpoint").get("hostPrefix") instanceof String template)) {
            return null;
        }
        HostPrefix prefix = new HostPrefix();
        if (operation.input() == null) {
            prefix.literals.add(template);
            return prefix;
        }
        for (Map.Entry<String, Shape> member : operation.input().members().entrySet()) {
            if (member.getValue().flag("hostLabel")) {
                prefix.labels.add(member.getKey());
            }
        }
        prefix.cut(template, operation.name());
        return prefix;
    }

    private void cut(String template, String operation) {
        int pos = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', pos)) {
            int close = template.indexOf('}', open);
            String member = close < 0 ? null : template.substring(open + 1, close);
            if (!labels.contains(member)) {
                throw new ModelException("Operation " + operation + " has the host prefix " + template
                        + ", but what it names is no member with hostLabel");
            }
            literals.add(template.substring(pos, open));
            members.add(member);
            pos = close + 1;
        }
        literals.add(template.substring(pos));
    }

    /**
     * Fills the labels in.
     *
     * @param parameters the parameters by member name
     * @return the prefix
     * @throws ParamValidationException when a label is missing or could not stand in a host name
     */
    public String expand(Map<String, ?> parameters) {
        check(parameters);
        if (members.isEmpty()) {
            return literals.get(0);
        }
        StringBuilder out = new StringBuilder(32);
        for (int i = 0; i < members.size(); i++) {
            out.append(literals.get(i)).append(parameters.get(members.get(i)));
        }
        return out.append(literals.get(members.size())).toString();
    }

    private void check(Map<String, ?> parameters) {
        List<String> bad = null;
        for (int i = 0; i < labels.size(); i++) {
            Object value = parameters.get(labels.get(i));
            if (value == null) {
                throw new ParamValidationException("Missing required parameter in input: \"" + labels.get(i) + '"');
            }
            if (!isHostLabel(value)) {
                bad = bad == null ? new ArrayList<>() : bad;
                bad.add(labels.get(i));
            }
        }
        if (bad != null) {
            throw new ParamValidationException("Invalid value for parameter(s): " + String.join(", ", bad)
                    + ". Must contain only alphanumeric characters, hyphen, or period.");
        }
    }

    private static boolean isHostLabel(Object value) {
        if (!(value instanceof CharSequence text) || text.length() == 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.')) {
                return false;
            }
        }
        return true;
    }
}
