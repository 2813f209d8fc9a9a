package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tucuxi.protocols.value.TimestampText;

/** What parsers of XML by hand have in common. It is in this package because the reader is no business of others. */
final class XmlByHand {

    private XmlByHand() {
    }

    static byte[][] names(String... names) {
        return Arrays.stream(names).map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** Which name the element has, or -1; the one that is expected is looked at first. */
    static int index(XmlReader in, byte[][] names, int expected) {
        for (int i = expected; i < names.length; i++) {
            if (in.isNamed(names[i])) {
                return i;
            }
        }
        for (int i = 0; i < expected && i < names.length; i++) {
            if (in.isNamed(names[i])) {
                return i;
            }
        }
        return -1;
    }

    static String text(XmlReader in) {
        in.readElementText();
        return in.text();
    }

    static Instant time(XmlReader in) {
        in.readElementText();
        return TimestampText.parse(in.textBytes(), in.textStart(), in.textEnd());
    }

    static Boolean truth(XmlReader in) {
        in.readElementText();
        return in.textEnd() - in.textStart() == 4;
    }

    static Integer number(XmlReader in) {
        return (int) longNumber(in);
    }

    static long longNumber(XmlReader in) {
        in.readElementText();
        long number = 0;
        for (int i = in.textStart(); i < in.textEnd(); i++) {
            number = number * 10 + in.textBytes()[i] - '0';
        }
        return number;
    }

    static <T> List<T> list(XmlReader in, Function<XmlReader, T> item) {
        List<T> list = new ArrayList<>();
        while (in.toChild()) {
            list.add(item.apply(in));
        }
        return list;
    }
}
