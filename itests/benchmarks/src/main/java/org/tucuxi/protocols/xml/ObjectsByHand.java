package org.tucuxi.protocols.xml;

import static org.tucuxi.protocols.xml.XmlByHand.index;
import static org.tucuxi.protocols.xml.XmlByHand.longNumber;
import static org.tucuxi.protocols.xml.XmlByHand.names;
import static org.tucuxi.protocols.xml.XmlByHand.number;
import static org.tucuxi.protocols.xml.XmlByHand.text;
import static org.tucuxi.protocols.xml.XmlByHand.time;
import static org.tucuxi.protocols.xml.XmlByHand.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ListObjectsV2 as one would write its parser by hand. */
public final class ObjectsByHand {

    private static final byte[][] RESULT = names("Name", "Prefix", "KeyCount", "MaxKeys", "EncodingType", "IsTruncated",
            "NextContinuationToken", "Contents");
    private static final int CONTENTS = RESULT.length - 1;
    private static final byte[][] OBJECT = names("Key", "LastModified", "ETag", "ChecksumAlgorithm", "ChecksumType",
            "Size", "StorageClass");

    private ObjectsByHand() {
    }

    /** Reads a response; its metadata are left out. */
    public static Map<String, Object> parse(byte[] document) {
        XmlReader in = new XmlReader(document);
        in.next();
        Map<String, Object> map = new LinkedHashMap<>();
        List<Object> contents = new ArrayList<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, RESULT, next);
            next = Math.min(index + 1, CONTENTS);
            switch (index) {
                case 0 -> map.put("Name", text(in));
                case 1 -> map.put("Prefix", text(in));
                case 2 -> map.put("KeyCount", number(in));
                case 3 -> map.put("MaxKeys", number(in));
                case 4 -> map.put("EncodingType", text(in));
                case 5 -> map.put("IsTruncated", truth(in));
                case 6 -> map.put("NextContinuationToken", text(in));
                case 7 -> contents.add(object(in));
                default -> in.skipElement();
            }
        }
        in.next();
        map.put("Contents", contents);
        return map;
    }

    private static Map<String, Object> object(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<String> algorithms = null;
        int next = 0;
        while (in.toChild()) {
            int index = index(in, OBJECT, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Key", text(in));
                case 1 -> map.put("LastModified", time(in));
                case 2 -> map.put("ETag", text(in));
                case 3 -> {
                    if (algorithms == null) {
                        algorithms = new ArrayList<>();
                        map.put("ChecksumAlgorithm", algorithms);
                    }
                    algorithms.add(text(in));
                }
                case 4 -> map.put("ChecksumType", text(in));
                case 5 -> map.put("Size", longNumber(in));
                case 6 -> map.put("StorageClass", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }
}
