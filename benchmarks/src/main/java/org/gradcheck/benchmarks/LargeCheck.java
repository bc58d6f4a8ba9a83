package org.gradcheck.benchmarks;

import java.util.concurrent.TimeUnit;
import org.gradcheck.report.CheckReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The gradient of a function of a million coordinates, in a heap of 512 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 15)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@SuppressWarnings("NullAway.Init") // JMH calls prepare
public class LargeCheck {

    private Workload<?> workload;
    private Evaluations evaluations;

    @Setup
    public void prepare() {
        workload = workload();
        evaluations = workload.count();
    }

    @Benchmark
    public CheckReport check() {
        return workload.check().run();
    }

    @Benchmark
    public void evaluationsAlone(Blackhole blackhole) {
        evaluations.make(blackhole);
    }

    static Workload<?> workload() {
        return Problem.sines(1_000_000, 0, new BusyWait(0));
    }
}
