package org.tucuxi.itests.fuzz;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.RpcV2CborProtocol;

/** The readers of responses, in all protocols: head, body, errors, events. */
final class ResponseTarget implements Target {

    /** 64 MiB for an input of a mebibyte: results of large shapes cost more than the bytes that they come from. */
    static final Attempt.Bounds BOUNDS = new Attempt.Bounds(8L << 20, 56);

    private static final int[] STATUSES = {
        200, 200, 200, 200, 200, 200, 204, 206, 300, 301, 304, 400, 400, 403, 404, 500, 503, 0, -1, 999, 100
    };

    private final Lab lab;
    private final Corpus corpus;

    ResponseTarget(Lab lab, Corpus corpus) {
        this.lab = lab;
        this.corpus = corpus;
    }

    @Override
    public String name() {
        return "responses";
    }

    @Override
    public Attempt next(SplittableRandom random) {
        List<ServiceModel> services = random.nextInt(5) < 3 ? lab.labs() : lab.services();
        ServiceModel service = services.get(random.nextInt(services.size()));
        List<String> names = service.operationNames();
        OperationModel operation = service.operation(names.get(random.nextInt(names.size())));
        OperationCodec codec = lab.codec(operation);
        if (codec == null) {
            return null;
        }
        int status = random.nextInt(3) == 0 ? STATUSES[random.nextInt(STATUSES.length)] : 200;
        double chaos = random.nextInt(3) == 0 ? 0 : random.nextDouble() * random.nextDouble() * 0.2;
        byte[] body = body(operation, status, chaos, random);
        HttpHeaders headers = new ResponseHead(random, chaos).headers(operation, status);
        boolean isStream = operation.hasEventStreamOutput() || random.nextInt(6) == 0;
        return attempt(operation, codec, status, headers, body, isStream);
    }

    static Attempt attempt(OperationModel operation, OperationCodec codec, int status, HttpHeaders headers, byte[] body,
            boolean isStream) {
        String description = Lab.protocol(operation.service()) + ": " + operation.service().serviceId() + ' '
                + operation.name()
                + ", status " + status + ", headers " + headers;
        return new Attempt(description, body, () -> {
            Map<String, Object> context = new HashMap<>(Map.of("operation_name", operation.name()));
            RawResponse response = isStream
                    ? new RawResponse(status, headers, new ByteArrayInputStream(body), context)
                    : new RawResponse(status, headers, body.clone(), context);
            return read(codec.parse(response));
        }, Attempt.permit(operation.name(), ResponseParserException.class)
                .compose(ResponseTarget::withoutEventErrors), BOUNDS);
    }

    /** An error that a service sends as an event is its own message, whatever that is. */
    private static Throwable withoutEventErrors(Throwable thrown) {
        boolean isNamed = thrown instanceof EventStreamException && thrown.getMessage().contains(" operation: ");
        return isNamed ? new ResponseParserException(((EventStreamException) thrown).operationName()) : thrown;
    }

    /** Events are read as they come; all of them count. */
    private static Object read(Map<String, Object> result) {
        for (Object value : result.values()) {
            if (value instanceof EventStream events) {
                List<Object> all = new ArrayList<>();
                all.add(events.initialResponse());
                events.forEach(all::add);
                return all;
            }
        }
        return result;
    }

    private byte[] body(OperationModel operation, int status, double chaos, SplittableRandom random) {
        String protocol = Lab.protocol(operation.service());
        int kind = random.nextInt(40);
        if (kind == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        if (kind == 1) {
            byte[] known = corpus.any(protocol, random);
            return random.nextBoolean() ? known : new Mutation(random).of(known);
        }
        boolean isError = status >= 301;
        byte[] body = operation.hasEventStreamOutput() && !isError
                ? new EventBytes(random, chaos).stream(operation)
                : new ResponseBody(random, chaos, protocol.equals(RpcV2CborProtocol.NAME)).of(operation, isError);
        return random.nextInt(3) == 0 ? body : new Mutation(random).of(body);
    }
}
