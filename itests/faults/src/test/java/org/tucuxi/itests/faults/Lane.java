package org.tucuxi.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.zip.CRC32;
import org.tucuxi.CallOptions;
import org.tucuxi.CallTimeoutException;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.client.VirtualPlatform;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.ChecksumException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpTransport;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.retries.VirtualModes;
import org.tucuxi.retry.RetryMode;

/** One thread's calls, one after the other, by clients of all services: with a platform and a time of its own. */
final class Lane implements Callable<Long> {

    private final Mode mode;
    private final String name;
    private final long seed;
    private final int calls;
    private final FaultServer server;
    private final HttpTransport transport;
    private final List<Path> models;
    private final VirtualTime time = new VirtualTime();
    private final Map<Target, Client> clients = new LinkedHashMap<>();
    private final Map<Target, Oracle> oracles = new LinkedHashMap<>();
    private Chance draws;
    private String call;

    Lane(Mode mode, int number, long seed, int calls, FaultServer server, HttpTransport transport,
            List<Path> models) {
        this.models = models;
        this.mode = mode;
        this.name = mode + "-" + number;
        this.seed = seed * 1000 + mode.ordinal() * 100 + number;
        this.calls = calls;
        this.server = server;
        this.transport = transport;
    }

    /** Makes all calls; gives the number of attempts. */
    @Override
    public Long call() {
        long attempts = 0;
        try (VirtualPlatform platform = new VirtualPlatform(time, transport, Map.of(mode.option, retryMode()));
                Session session = session(platform)) {
            for (Target target : Target.ALL) {
                clients.put(target, session.client(target.service(), config(target)));
                oracles.put(target, new Oracle(mode, target, time.nanos() / 1e9));
            }
            for (int i = 0; i < calls; i++) {
                attempts += one(i);
            }
        }
        return attempts;
    }

    private RetryMode retryMode() {
        DoubleSupplier random = () -> draws.unit();
        return switch (mode) {
            case LEGACY -> VirtualModes.legacy(random);
            case STANDARD -> VirtualModes.standard(random, time, false);
            case NEW_RETRIES -> VirtualModes.standard(random, time, true);
            case ADAPTIVE -> VirtualModes.adaptive(random, time);
        };
    }

    private Session session(VirtualPlatform platform) {
        Session session = platform.factory().builder().name(name).region("us-east-1").dataPath(models.toArray(Path[]::new))
                .credentials(Credentials.of("AKIDEXAMPLE", "fault-secret")).build();
        EventHandler<BeforeCall, BeforeCall.Answer> naming = event -> {
            event.params().headers().put(FaultServer.CALL, call);
            return null;
        };
        session.events().register("before-call", naming);
        return session;
    }

    private ClientConfig config(Target target) {
        Map<String, Object> retries = target.attempts() == 0 ? Map.of("mode", mode.option)
                : Map.of("mode", mode.option, "total_max_attempts", target.attempts());
        return ClientConfig.builder().endpointUrl(server.url()).readTimeout(Oracle.READ_TIMEOUT).maxPoolConnections(64)
                .retries(retries).build();
    }

    private int one(int index) {
        Chance chance = new Chance(seed, index);
        Target target = chance.of(Target.ALL);
        boolean outage = index % 1000 > 700 && index % 1000 < 950;
        List<Fault> faults = outage ? Scripts.outage(chance) : Scripts.next(target, chance);
        boolean isSlow = faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.STALL);
        Plan plan = new Plan(index, faults, chance.oneIn(16) ? 1 + chance.below(7) : 0,
                !isSlow && chance.oneIn(16) ? Duration.ofSeconds(5) : null, time.now());
        Oracle.Prophecy expected = oracles.get(target).foretell(plan, new Chance(~seed, index), time.nanos() / 1e9);

        draws = new Chance(~seed, index);
        call = name + '-' + index;
        FaultServer.Script script = server.expect(call, target, faults, time.now());
        Story seen = call(target, plan, script);
        server.forget(call);

        assertThat(seen).as("%s, call %d of %s: %s (-Dfaults.seed)", name, index, target, plan).isEqualTo(expected.story());
        assertThat(time.takeHeld().toNanos()).as("held back in %s, call %d", name, index)
                .isCloseTo(expected.held().toNanos(), within(10_000L));
        assertBodies(target, script);
        time.pass(Duration.ofNanos((long) (chance.unit() * chance.unit() * 1e9)));
        return script.requests().size();
    }

    /** Each attempt sent the whole body, from its beginning. */
    private static void assertBodies(Target target, FaultServer.Script script) {
        if (target.isUpload()) {
            CRC32 crc = new CRC32();
            crc.update(Target.UPLOAD);
            assertThat(script.requests()).allMatch(request -> request.bodyCrc() == crc.getValue());
        }
    }

    private Story call(Target target, Plan plan, FaultServer.Script script) {
        CallOptions options = CallOptions.builder().maxAttempts(plan.maxAttempts()).timeout(plan.timeout()).build();
        Map<?, ?> metadata = Map.of();
        String ending;
        try {
            Map<String, Object> result = clients.get(target).call(target.operation(), target.parameters(), options);
            metadata = (Map<?, ?>) result.get("ResponseMetadata");
            ending = target.isStreamed() ? "ok" + read(result) : "ok";
        } catch (ClientException e) {
            metadata = (Map<?, ?>) e.response().get("ResponseMetadata");
            ending = error(e, plan.fault(script.requests().size()));
        } catch (CallTimeoutException e) {
            assertThat(e.attempts()).isEqualTo(script.requests().size());
            ending = "call timeout";
        } catch (ConnectionClosedException e) {
            ending = "connection closed";
        } catch (ReadTimeoutException e) {
            ending = "read timeout";
        } catch (ChecksumException e) {
            ending = "crc32";
        } catch (ResponseParserException e) {
            ending = "unreadable";
        }
        List<FaultServer.Request> requests = script.requests();
        if (!metadata.isEmpty()) {
            assertThat(metadata.get("RetryAttempts")).isEqualTo(requests.size() - 1);
        }
        assertOneCall(requests);
        List<String> announced = new ArrayList<>();
        requests.forEach(request -> announced.add(request.header("amz-sdk-request")));
        return new Story(ending, announced, time.takePauses().stream().map(Duration::toNanos).toList(),
                Boolean.TRUE.equals(metadata.get("MaxAttemptsReached")), Boolean.TRUE.equals(metadata.get("RetryQuotaReached")));
    }

    private static void assertOneCall(List<FaultServer.Request> requests) {
        assertThat(Set.copyOf(requests.stream().map(request -> request.header("amz-sdk-invocation-id")).toList()))
                .hasSize(1);
    }

    /** The code is only of interest where the script says which one it is. */
    private static String error(ClientException e, Fault last) {
        Object status = ((Map<?, ?>) e.response().get("ResponseMetadata")).get("HTTPStatusCode");
        Object code = ((Map<?, ?>) e.response().get("Error")).get("Code");
        return "error " + status + (last.code() == null ? "" : " " + code);
    }

    private static String read(Map<String, Object> result) {
        try (InputStream body = (InputStream) result.get("Body")) {
            body.readAllBytes();
            return "";
        } catch (IOException | RuntimeException e) {
            return ", broken body";
        }
    }
}
