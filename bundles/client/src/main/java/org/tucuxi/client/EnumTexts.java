package org.tucuxi.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.Shape;

/**
 * Which text of a service each constant of an enum stands for: what its {@code toString} says where that is not its name; else
 * the text of the model that is spelt like it, where {@code LIGHT_BLUE} is {@code light blue}, {@code light-blue} or
 * {@code lightBlue}; else its name.
 */
final class EnumTexts {

    private final String[] texts;
    private final Map<String, Object> constants = new HashMap<>();

    private EnumTexts(String[] texts) {
        this.texts = texts;
    }

    static EnumTexts of(Class<?> type, Shape shape, BindingPlace place) {
        List<?> modelled = shape.trait("enum") instanceof List<?> list ? list : List.of();
        Object[] all = type.getEnumConstants();
        EnumTexts result = new EnumTexts(new String[all.length]);
        for (int i = 0; i < all.length; i++) {
            String text = text((Enum<?>) all[i], modelled);
            Object other = result.constants.put(text, all[i]);
            if (other != null) {
                throw new IllegalArgumentException(place + ": the constants " + ((Enum<?>) other).name() + " and "
                        + ((Enum<?>) all[i]).name() + " of enum " + type.getName() + " both stand for \"" + text
                        + "\"; let toString tell the text of each");
            }
            result.texts[i] = text;
        }
        for (Object constant : all) {
            result.constants.putIfAbsent(((Enum<?>) constant).name(), constant);
        }
        return result;
    }

    private static String text(Enum<?> constant, List<?> modelled) {
        String name = constant.name();
        String said = constant.toString();
        if (said != null && !said.equals(name)) {
            return said;
        }
        if (!modelled.contains(name)) {
            String plain = plain(name);
            for (Object text : modelled) {
                if (plain.equals(plain(String.valueOf(text)))) {
                    return String.valueOf(text);
                }
            }
        }
        return name;
    }

    /** Letters and digits only, in capitals. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toUpperCase(c));
            }
        }
        return plain.toString();
    }

    String text(Object constant) {
        return texts[((Enum<?>) constant).ordinal()];
    }

    /** The constant, or null when there is none for this text. */
    Object constant(String text) {
        return constants.get(text);
    }
}
