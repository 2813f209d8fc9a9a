package org.tucuxi.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;
import org.tucuxi.CallOptions;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.client.VirtualPlatform;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpTransport;

/** One thread's calls, one after the other, by clients of all services: with a platform and a time of its own. */
final class Lane implements Callable<Long> {

    private final Mode mode;
    private final String name;
    private final long seed;
    private final int calls;
    private final FaultServer server;
    private final HttpTransport transport;
    private final List<Path> models;
    private boolean isSilent;
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

    /** Lets the server say nothing at all: of each attempt, the whole read timeout really passes. */
    Lane silent() {
        isSilent = true;
        return this;
    }

    private Duration readTimeout() {
        // Long enough for a busy computer, where there is an answer.
        return isSilent ? Duration.ofMillis(80) : Duration.ofMinutes(1);
    }

    /** Makes all calls; gives the number of attempts. */
    @Override
    public Long call() {
        long attempts = 0;
        try (VirtualPlatform platform = new VirtualPlatform(time, transport, Map.of(mode.option, mode.with(() -> draws.unit(), time)));
                Session session = session(platform)) {
            for (Target target : Target.ALL) {
                clients.put(target, session.client(target.service(), config(target)));
                oracles.put(target, new Oracle(mode, target, readTimeout(), time.nanos() / 1e9));
            }
            for (int i = 0; i < calls; i++) {
                attempts += one(i);
            }
        }
        return attempts;
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
        return ClientConfig.builder().endpointUrl(server.url()).readTimeout(readTimeout()).maxPoolConnections(64)
                .retries(retries).build();
    }

    private int one(int index) {
        Chance chance = new Chance(seed, index);
        Target target = isSilent ? Target.ALL.get(4) : chance.of(Target.ALL);
        Plan plan = plan(target, chance, index);
        Oracle.Prophecy expected = oracles.get(target).foretell(plan, new Chance(~seed, index), time.nanos() / 1e9);

        draws = new Chance(~seed, index);
        call = name + '-' + index;
        FaultServer.Script script = server.expect(call, target, plan.faults(), time.now());
        Story seen = call(target, plan, script);
        server.forget(call);

        assertThat(seen).as("%s, call %d of %s: %s, latest broken body by %s (-Dfaults.seed)", name, index, target, plan,
                Seen.brokenBy()).isEqualTo(expected.story());
        assertThat(time.takeHeld().toNanos()).as("held back in %s, call %d", name, index)
                .isCloseTo(expected.held().toNanos(), within(10_000L));
        assertBodies(target, script);
        time.pass(Duration.ofNanos((long) (chance.unit() * chance.unit() * 1e9)));
        return script.requests().size();
    }

    private Plan plan(Target target, Chance chance, int index) {
        if (isSilent) {
            return new Plan(index, Scripts.silence(), 0, null, time.now());
        }
        if (chance.oneIn(16)) {
            // A call that has to watch the time; of that which passes really, it needs next to nothing.
            return new Plan(index, Scripts.outage(chance), 8, Duration.ofSeconds(20), time.now());
        }
        boolean outage = index % 1000 > 700 && index % 1000 < 950;
        List<Fault> faults = outage ? Scripts.outage(chance) : Scripts.next(target, chance);
        return new Plan(index, faults, chance.oneIn(16) ? 1 + chance.below(7) : 0, null, time.now());
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
        Seen seen = Seen.of(clients.get(target), target, options);
        List<FaultServer.Request> requests = script.requests();
        if (!seen.metadata().isEmpty()) {
            assertThat(seen.metadata().get("RetryAttempts")).isEqualTo(requests.size() - 1);
        }
        assertOneCall(requests);
        List<String> announced = new ArrayList<>();
        requests.forEach(request -> announced.add(request.header("amz-sdk-request")));
        // The code is only of interest where the script says which one it is.
        boolean hasCode = seen.ending().startsWith("error") && plan.fault(requests.size()).code() != null;
        return new Story(hasCode ? seen.ending() + ' ' + seen.code() : seen.ending(), announced,
                time.takePauses().stream().map(Duration::toNanos).toList(), seen.says("MaxAttemptsReached"),
                seen.says("RetryQuotaReached"));
    }

    private static void assertOneCall(List<FaultServer.Request> requests) {
        assertThat(Set.copyOf(requests.stream().map(request -> request.header("amz-sdk-invocation-id")).toList()))
                .hasSize(1);
    }
}
