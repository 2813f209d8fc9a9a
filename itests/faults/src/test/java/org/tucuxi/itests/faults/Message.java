package org.tucuxi.itests.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bodies and headers of answers, as the protocols write them. */
final class Message {

    private static final String CBOR = "smithy-rpc-v2-cbor";
    private static final byte[] STREAM = "streamed ".repeat(3000).getBytes(StandardCharsets.US_ASCII);

    private Message() {
    }

    static byte[] success(Target target) {
        if (target.isStreamed()) {
            return STREAM;
        }
        return switch (target.protocol()) {
            case CBOR -> new byte[] {(byte) 0xa0};
            case "json", "rest-json" -> text("{}");
            case "query" -> text("<R><GetCallerIdentityResult/><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></R>");
            default -> text(target.isUpload() ? "" : "<R></R>");
        };
    }

    static byte[] error(Target target, String code) {
        if (code == null) {
            return new byte[0];
        }
        return switch (target.protocol()) {
            case CBOR -> cbor(Map.of("__type", "com.amazonaws#" + code, "message", "by the test"));
            case "json" -> text("{\"__type\":\"com.amazonaws#" + code + "\",\"message\":\"by the test\"}");
            case "rest-json" -> text("{\"message\":\"by the test\"}");
            case "query" -> text("<ErrorResponse>" + xml(code) + "<RequestId>r</RequestId></ErrorResponse>");
            case "ec2" -> text("<Response><Errors>" + xml(code) + "</Errors><RequestID>r</RequestID></Response>");
            default -> text(target.service().equals("s3") ? xml(code)
                    : "<ErrorResponse>" + xml(code) + "<RequestId>r</RequestId></ErrorResponse>");
        };
    }

    /** Headers that belong to the protocol; each ends its line. */
    static String headers(Target target, String code) {
        return switch (target.protocol()) {
            case CBOR -> "smithy-protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\n";
            case "rest-json" -> code == null ? "" : "x-amzn-errortype: " + code + "\r\n";
            default -> "";
        };
    }

    private static String xml(String code) {
        return "<Error><Type>Sender</Type><Code>" + code + "</Code><Message>by the test</Message></Error>";
    }

    private static byte[] cbor(Map<String, String> map) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xa0 + map.size());
        map.forEach((key, value) -> {
            cborText(out, key);
            cborText(out, value);
        });
        return out.toByteArray();
    }

    private static void cborText(ByteArrayOutputStream out, String text) {
        byte[] bytes = text(text);
        out.write(0x78);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
