package org.gradcheck.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
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

/** The evaluation of an expression over real and over complex matrices, and the same by calls of EJML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare
public class ExpressionSpeed {

    /** A size at which all formulas together take milliseconds. */
    private static final int SMALL = 20;

    @Param
    public Formula formula;

    /** Rows and columns. */
    @Param("500")
    public int size;

    /** How long all formulas run first: a virtual machine that has only met one of them would compile it better than any user sees. */
    @Param("3000")
    public int compilingMilliseconds;

    private Matrices matrices;
    private CheckedExpression expression;
    private Environment<DMatrixRMaj> real;
    private Environment<ZMatrixRMaj> complex;

    @Setup
    public void prepare(Blackhole blackhole) {
        compile(blackhole);
        matrices = Matrices.random(size);
        expression = formula.expression(matrices);
        real = Environment.of(matrices.real());
        complex = Environment.of(matrices.complex());
    }

    @Benchmark
    public DMatrixRMaj byHand() {
        return formula.byHand(matrices);
    }

    @Benchmark
    public DMatrixRMaj evaluated() {
        return expression.evaluate(RealArithmetic.INSTANCE, real);
    }

    @Benchmark
    public ZMatrixRMaj evaluatedComplex() {
        return expression.evaluate(ComplexArithmetic.INSTANCE, complex);
    }

    private void compile(Blackhole blackhole) {
        Matrices small = Matrices.random(Math.min(size, SMALL));
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(compilingMilliseconds)) {
            for (Formula each : Formula.values()) {
                CheckedExpression checked = each.expression(small);
                blackhole.consume(each.byHand(small));
                blackhole.consume(checked.evaluate(RealArithmetic.INSTANCE, Environment.of(small.real())));
                blackhole.consume(checked.evaluate(ComplexArithmetic.INSTANCE, Environment.of(small.complex())));
            }
        }
    }
}
