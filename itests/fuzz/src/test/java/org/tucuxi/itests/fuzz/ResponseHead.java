package org.tucuxi.itests.fuzz;

import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Makes the headers of responses. */
final class ResponseHead {

    private final SplittableRandom random;
    private final double chaos;
    private final HttpHeaders headers = new HttpHeaders();

    ResponseHead(SplittableRandom random, double chaos) {
        this.random = random;
        this.chaos = chaos;
    }

    HttpHeaders headers(OperationModel operation, int status) {
        add("Content-Type", "application/x-lab");
        if (random.nextBoolean()) {
            add("x-amzn-RequestId", "1");
        }
        if (status >= 300) {
            error(operation);
        }
        members(operation.output());
        if (random.nextDouble() < chaos) {
            add("Content-Length", Scalars.hostile(random));
            add("smithy-protocol", Scalars.hostile(random));
        } else {
            add("smithy-protocol", "rpc-v2-cbor");
        }
        return headers;
    }

    private void error(OperationModel operation) {
        if (random.nextInt(3) == 0) {
            add("x-amzn-errortype", random.nextInt(3) == 0 || operation.errors().isEmpty() ? Scalars.hostile(random)
                    : operation.errors().get(0).errorCode() + ":http://x#y");
        }
        if (random.nextInt(4) == 0) {
            add("x-amzn-query-error", random.nextBoolean() ? "AWS.Old;Sender" : Scalars.hostile(random));
        }
        operation.errors().forEach(this::members);
    }

    private void members(StructureShape shape) {
        if (shape == null) {
            return;
        }
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            Shape type = member.getValue();
            String name = type.locationName() == null ? member.getKey() : type.locationName();
            if (random.nextInt(3) == 0) {
                continue;
            }
            if ("header".equals(type.location())) {
                add(name, value(type));
            } else if ("headers".equals(type.location()) && type instanceof MapShape) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    add(name + Scalars.word(random).replaceAll("[^a-z]", "") + i, Scalars.word(random));
                }
            }
        }
    }

    private String value(Shape shape) {
        if (random.nextDouble() < chaos * 4) {
            return Scalars.hostile(random);
        }
        if (shape instanceof ListShape list) {
            StringBuilder out = new StringBuilder();
            for (int i = random.nextInt(5); i > 0; i--) {
                out.append(out.length() == 0 ? "" : ", ").append(Scalars.text(list.member(), random));
            }
            return out.toString();
        }
        return Scalars.text(shape, random);
    }

    /** Values come from the network, where a line break ends them. */
    private void add(String name, String value) {
        headers.add(name, value.replaceAll("[\r\n\u0000]", "?"));
    }
}
