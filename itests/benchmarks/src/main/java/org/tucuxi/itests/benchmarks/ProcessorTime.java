package org.tucuxi.itests.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that an operation takes, on all threads and with the collection of its garbage. Where a machine is
 * shared, the time on the clock says how busy the others are; this says much less about them.
 */
public final class ProcessorTime implements InternalProfiler {

    private static final double NANOS_A_MICRO = 1000;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long start;

    @Override
    public String getDescription() {
        return "Processor time of an operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = system.getProcessCpuTime();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double micros = (system.getProcessCpuTime() - start) / NANOS_A_MICRO;
        return List.of(new ScalarResult("cpu", micros / result.getMetadata().getAllOps(), "us/op",
                AggregationPolicy.AVG));
    }
}
