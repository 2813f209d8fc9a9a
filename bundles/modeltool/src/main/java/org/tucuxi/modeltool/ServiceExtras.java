package org.tucuxi.modeltool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What Tucuxi's model of a service says beyond botocore's: S3's bucket is a part of the endpoint, so the model layer
 * takes the leading label out of every request path and keeps the whole path for signing; and so is S3 Control's account,
 * which leaves the host prefix. The reference changes its loaded models while calls are made; ours are immutable, so the
 * facts are metadata entries in the services' extras.
 */
final class ServiceExtras {

    /** The metadata entry: the label that endpoint rules put into the endpoint. */
    static final String ENDPOINT_LABEL = "endpointPathLabel";
    /** The metadata entry: the label that endpoint rules put before the host. */
    static final String HOST_LABEL = "endpointHostLabel";

    private static final JsonFactory JSON = new JsonFactory();

    private ServiceExtras() {
    }

    /** The extras of a type with ours added; null when there are none. */
    static byte[] complete(String service, String type, byte[] extras) {
        if (!type.equals("service-2")) {
            return extras;
        }
        return switch (service) {
            case "s3" -> complete(service, ENDPOINT_LABEL, "Bucket", extras);
            case "s3control" -> complete(service, HOST_LABEL, "AccountId", extras);
            default -> extras;
        };
    }

    private static byte[] complete(String service, String entry, String label, byte[] extras) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeNumberField("version", 1);
            generator.writeObjectFieldStart("merge");
            generator.writeObjectFieldStart("metadata");
            generator.writeStringField(entry, label);
            generator.writeEndObject();
            if (extras != null) {
                copyMerge(service, entry, extras, generator);
            }
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void copyMerge(String service, String entry, byte[] extras, JsonGenerator generator)
            throws IOException {
        try (JsonParser parser = JSON.createParser(extras)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean merge = parser.currentName().equals("merge");
                parser.nextToken();
                if (!merge) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    if (parser.currentName().equals("metadata")) {
                        throw new PackagingException("botocore's extras of " + service + " have metadata of their own"
                                + " now; merge them with the entry " + entry);
                    }
                    generator.copyCurrentStructure(parser);
                }
            }
        }
    }
}
