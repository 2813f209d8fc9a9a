package org.tucuxi.itests.protocoltests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.OperationCodec;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Compares a parsed response with what a case says that it means. */
record ResponseCheck(OperationModel operation, Values values, HttpResponseTestCase test) {

    void check(OperationCodec codec, Shape shape, boolean isError) {
        HttpHeaders headers = new HttpHeaders();
        test.getHeaders().forEach(headers::put);
        byte[] body = Bodies.bytes(test.getBody().orElse(""), test.getBodyMediaType().orElse(cborOrNull()));
        boolean stream = !isError && operation.hasStreamingOutput();

        Map<String, Object> result = codec.parse(stream
                ? new RawResponse(test.getCode(), headers, new ByteArrayInputStream(body), new HashMap<>())
                : new RawResponse(test.getCode(), headers, body, new HashMap<>()));

        result.remove("ResponseMetadata");
        Object error = result.remove("Error");
        shape.members().stream().filter(member -> member.hasTrait(HttpPrefixHeadersTrait.class))
                .map(MemberShape::getMemberName).filter(name -> test.getParams().getMember(name).isEmpty())
                .forEach(name -> result.remove(name, Map.of()));
        if (isError) {
            assertThat(error).as("error").isInstanceOf(Map.class);
            assertThat(((Map<?, ?>) error).get("Code")).as("code").isIn(codes(shape));
        } else {
            assertThat(error).as("error").isNull();
        }
        assertThat(Values.canonical(result)).as("result")
                .isEqualTo(Values.canonical(values.of(test.getParams(), shape)));
    }

    private String cborOrNull() {
        return test.getProtocol().getName().equals("rpcv2Cbor") ? "application/cbor" : null;
    }

    /** An error is known by its name, by the code that query gives it, or by the one that the case gives it. */
    private Object[] codes(Shape error) {
        Object query = error.findTrait("aws.protocols#awsQueryError")
                .map(trait -> trait.toNode().expectObjectNode().expectStringMember("code").getValue()).orElse(null);
        String own = test.getVendorParams().getStringMemberOrDefault("code", null);
        return new Object[] {error.getId().getName(), query, own};
    }
}
