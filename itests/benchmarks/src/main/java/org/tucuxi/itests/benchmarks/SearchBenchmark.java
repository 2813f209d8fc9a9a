package org.tucuxi.itests.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tucuxi.Client;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.paginator.PageIterator;
import org.tucuxi.protocols.RestXmlProtocol;

/** JMESPath over a page of 1000 objects, beside a loop by hand over the same page; nothing is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {

    private static final long LEAST = 100;

    private Platform platform;
    private PageIterator pages;

    /** Parses the page once; a handler gives it to every reading. */
    @Setup
    public void start() {
        platform = new Platform();
        Client s3 = platform.client();
        Map<String, Object> page = new Codec(new RestXmlProtocol(), "s3", "ListObjectsV2", Answers.objects()).parse();
        page.put("IsTruncated", false);
        page.remove("NextContinuationToken");
        EventHandler<BeforeCall, BeforeCall.Answer> answer =
                event -> new BeforeCall.Answer(HttpResponse.of(200, new HttpHeaders(), ""), page);
        s3.meta().events().register("before-call.s3.ListObjectsV2", answer);
        pages = s3.paginator("list_objects_v2").paginate(Map.of("Bucket", "bucket"));
        if (!filter().equals(filterByHand()) || filter().isEmpty()) {
            throw new IllegalStateException("Different results");
        }
    }

    /** Stops the platform. */
    @TearDown
    public void stop() {
        platform.close();
    }

    /** A reading without a search: what the others have in them of the call. */
    @Benchmark
    public long readOnly() {
        return pages.stream().count();
    }

    /** Every key. */
    @Benchmark
    public List<Object> project() {
        return found("Contents[].Key");
    }

    /** Keys of objects by size. */
    @Benchmark
    public List<Object> filter() {
        return found("Contents[?Size > `100`].Key");
    }

    private List<Object> found(String expression) {
        List<Object> result = new ArrayList<>();
        pages.search(expression).forEach(result::add);
        return result;
    }

    /** The same by hand. */
    @Benchmark
    public List<Object> filterByHand() {
        List<Object> result = new ArrayList<>();
        for (Map<String, Object> page : pages) {
            for (Object each : (List<?>) page.get("Contents")) {
                Map<?, ?> object = (Map<?, ?>) each;
                if (((Number) object.get("Size")).longValue() > LEAST) {
                    result.add(object.get("Key"));
                }
            }
        }
        return result;
    }
}
