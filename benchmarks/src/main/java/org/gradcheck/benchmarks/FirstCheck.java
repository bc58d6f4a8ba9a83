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

/** The first check of a virtual machine, with all classes to be loaded and nothing compiled, of an f that takes 100 µs. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class FirstCheck {

    static final int MICROSECONDS = 100;

    @Benchmark
    public CheckReport check(Uncounted uncounted) {
        return uncounted.workload.check().run();
    }

    @Benchmark
    public void evaluationsAlone(Counted counted, Blackhole blackhole) {
        counted.evaluations.make(blackhole);
    }

    static Workload<?> workload() {
        return Problem.SINES_10.workload(new BusyWait(MICROSECONDS));
    }

    /** A check that has never run. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls prepare
    public static class Uncounted {

        private Workload<?> workload;

        @Setup
        public void prepare() {
            workload = workload();
        }
    }

    /** Calls that had to be counted, which takes a check. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls prepare
    public static class Counted {

        private Evaluations evaluations;

        @Setup
        public void prepare() {
            evaluations = workload().count();
        }
    }
}
