package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where f oscillates faster than the finest step, ordinary quotients agree on a number that is not its derivative. */
class FastVariationTest {

    private static CheckReport check(double frequency, double factor, long seed) {
        return DerivativeCheck.ofScalar(x -> Math.sin(frequency * x[0]) + x[1])
                .at(new double[] {0.7, 1.3})
                .gradient(x -> new double[] {factor * frequency * Math.cos(frequency * x[0]), factor})
                .seed(seed)
                .run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e7, 1e8, 1e9, 1e10, 1e11})
    void rightDerivativeIsNeverRefuted(double frequency) {
        for (long seed = 1; seed <= 300; seed++) {
            CheckReport report = check(frequency, 1, seed);

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1e10})
    void wrongDerivativeIsNeverConfirmed(double frequency) {
        for (long seed = 1; seed <= 100; seed++) {
            CheckReport report = check(frequency, 2, seed);

            assertThat(report.isConfirmed()).as(report.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, 1e9})
    void derivativeThatIsTooLargeOnASmoothFunctionIsRefuted(double factor) {
        for (long seed = 1; seed <= 100; seed++) {
            CheckReport report = check(1, factor, seed);

            assertThat(report.isRefuted()).as(report.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void reportSaysWhatFinerStepsSee(long seed) {
        CheckReport report = DerivativeCheck.ofScalar(x -> Math.sin(1e10 * x[0]))
                .at(new double[] {1})
                .gradient(x -> new double[] {1e10 * Math.cos(1e10 * x[0])})
                .seed(seed)
                .run();

        assertThat(report.isInconclusive()).as(report.toString()).isTrue();
        if (report.verdict() instanceof Verdict.Inconclusive inconclusive
                && inconclusive.reason() == InconclusiveReason.NOT_CONVERGING) {
            assertThat(report.verdict().text()).containsAnyOf("finer ones side with", "no derivative at the point");
        }
    }
}
