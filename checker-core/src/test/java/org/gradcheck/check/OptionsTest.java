package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.function.Precision;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared precision, and evaluation by several threads. */
class OptionsTest {

    private static final double[] X = {1.2, -0.7, 3.1};

    private static double smooth(double[] x) {
        return Math.exp(x[0]) * x[1] + Math.cos(x[2]);
    }

    private static double[] gradient(double[] x) {
        return new double[] {Math.exp(x[0]) * x[1], Math.exp(x[0]), -Math.sin(x[2])};
    }

    private static DerivativeCheck<double[], Double> check(ToDoubleFunction<double[]> f, UnaryOperator<double[]> g) {
        return DerivativeCheck.ofScalar(f).at(X).gradient(g);
    }

    @Test
    void precisionIsReadOffTheValuesAndSaidInTheReport() {
        assertThat(check(OptionsTest::smooth, OptionsTest::gradient).run().precision())
                .contains("double precision assumed of f, by the look of its values");
        assertThat(check(x -> (float) smooth(x), OptionsTest::gradient).run().precision())
                .contains("single precision assumed of f, by the look of its values");
        assertThat(check(x -> Double.NaN, OptionsTest::gradient).run().precision())
                .isEmpty();
    }

    @Test
    void declaredPrecisionIsTheLeastNoiseAssumed() {
        CheckReport report = check(OptionsTest::smooth, OptionsTest::gradient)
                .precision(Precision.SINGLE)
                .run();

        assertThat(report.precision()).contains("single precision assumed of f, as declared");
        assertThat(report.results().get(0).decisive().orElseThrow().noise()).isGreaterThan(1e-8);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(check(OptionsTest::smooth, OptionsTest::gradient)
                        .precision(Precision.relative(1e-3))
                        .run()
                        .precision())
                .contains("a relative precision of 1.0e-03 assumed of f, as declared");
    }

    @Test
    void precisionOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Precision.relative(2))
                .withMessage("a precision is a relative rounding error between 1.1e-16 and 1, got 2.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void severalThreadsGiveTheSameReportToTheLastBit(long seed) {
        ToDoubleFunction<double[]> noisy = x -> smooth(x) + 1e-7 * Math.sin(1e6 * x[0]);
        for (ToDoubleFunction<double[]> f : Set.<ToDoubleFunction<double[]>>of(OptionsTest::smooth, noisy)) {
            for (double factor : new double[] {1, 1 + 1e-4, -1}) {
                DerivativeCheck<double[], Double> check = check(f, x -> {
                            double[] g = gradient(x);
                            g[1] *= factor;
                            return g;
                        })
                        .seed(seed);

                assertThat(check.parallel(true).run().toString())
                        .isEqualTo(check.run().toString());
            }
        }
    }

    @Test
    void evaluationsReallyOverlap() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch two = new CountDownLatch(2);
        check(
                        x -> {
                            if (x[0] != X[0] && threads.add(Thread.currentThread())) {
                                two.countDown();
                                await(two);
                            }
                            return smooth(x);
                        },
                        OptionsTest::gradient)
                .parallel(true)
                .run();

        // The first thread waits for a second one: if there were none, the wait would time out.
        // On one processor there may be one or not.
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        assertThat(two.await(0, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
