package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.UnsupportedProtocolException;
import org.tucuxi.protocol.Protocol;

/** Which protocol a service's clients speak. */
class SharedServiceTest {

    private static final Protocol PROTOCOL = (operation, settings) -> null;

    private static String chosen(List<String> offered, String... there) {
        ServiceModel model = Stub.of(ServiceModel.class, Map.of("protocols", offered, "serviceName", "lab",
                "hyphenizedServiceId", "test-lab", "endpointPrefix", "lab"));
        Parts parts = new Parts(null, null, null, null, null, null, null, null, null,
                Stream.of(there).collect(Collectors.toMap(name -> name, name -> PROTOCOL)), Map.of());
        return new SharedService(parts, Stub.of(LoadedService.class, Map.of("model", model))).protocolName;
    }

    @Test
    void thePreferredOfTheOfferedProtocolsIsChosenWhateverTheModelsOrder() {
        String[] all = {"json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2"};

        assertThat(chosen(List.of("query", "json"), all)).isEqualTo("json");
        assertThat(chosen(List.of("smithy-rpc-v2-cbor", "query", "json"), all)).isEqualTo("json");
        assertThat(chosen(List.of("query", "smithy-rpc-v2-cbor"), all)).isEqualTo("smithy-rpc-v2-cbor");
        assertThat(chosen(List.of("rest-xml", "rest-json"), all)).isEqualTo("rest-json");
        assertThat(chosen(List.of("ec2"), all)).isEqualTo("ec2");
    }

    @Test
    void aProtocolThatIsNotThereIsMissingAndNotReplacedByAnother() {
        assertThatThrownBy(() -> chosen(List.of("json", "query"), "query")).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining("lab").hasMessageContaining("Protocol component for \"json\" is missing")
                .hasMessageContaining("org.tucuxi.protocols");
    }

    @Test
    void aProtocolThatNobodyKnowsIsUnsupported() {
        assertThatThrownBy(() -> chosen(List.of("carrier-pigeon", "smoke"), "json", "morse"))
                .isInstanceOf(UnsupportedProtocolException.class)
                .hasMessageContaining("ec2, json, morse, query, rest-json, rest-xml, smithy-rpc-v2-cbor")
                .hasMessageContaining("service lab speaks only carrier-pigeon, smoke");
        assertThatThrownBy(() -> chosen(List.of(), "json")).isInstanceOf(UnsupportedProtocolException.class)
                .hasMessageContaining("none");
    }

    @Test
    void aProtocolOfSomebodyElseIsUsedWhereItIsOfferedAlone() {
        assertThat(chosen(List.of("carrier-pigeon"), "carrier-pigeon", "json")).isEqualTo("carrier-pigeon");
        assertThat(chosen(List.of("carrier-pigeon", "json"), "carrier-pigeon", "json")).isEqualTo("json");
    }
}
