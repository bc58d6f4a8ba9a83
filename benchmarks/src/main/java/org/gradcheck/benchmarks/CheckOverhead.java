package org.gradcheck.benchmarks;

import java.util.concurrent.TimeUnit;
import org.gradcheck.report.CheckReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A whole check against the calls of f and of its derivatives that it makes; the difference is what checking costs once
 * the virtual machine has compiled it. The samples are single checks, so that their median can be taken.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare
public class CheckOverhead {

    @Param
    public Problem problem;

    /** How much longer every call of f and of a derivative is made. */
    @Param({"0", "10", "100"})
    public int microseconds;

    /** How long checks of a nearly unpadded f run first: at 100 µs a call they are too few to be compiled in a warm-up. */
    @Param("3000")
    public int compilingMilliseconds;

    private Workload<?> workload;
    private Evaluations evaluations;

    @Setup
    public void prepare(Blackhole blackhole) {
        compile(blackhole);
        workload = problem.workload(new BusyWait(microseconds));
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

    private void compile(Blackhole blackhole) {
        Workload<?> padded = problem.workload(new BusyWait(1));
        Evaluations alone = padded.count();
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(compilingMilliseconds)) {
            blackhole.consume(padded.check().run());
            alone.make(blackhole);
        }
    }
}
