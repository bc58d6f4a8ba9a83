package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose rounding inside leaves stairs with a slope of their own, which the finest steps see alone. */
class StairsTest {

    private static final double C = Math.sqrt(2 / Math.PI);

    /** The tanh approximation of GELU (Hendrycks and Gimpel, 2016): far to the left 1 + tanh is a few units of 1. */
    private static double gelu(double x) {
        return x * (1 + Math.tanh(C * (x + 0.044715 * x * x * x))) / 2;
    }

    /** Without cancellation: 1 + tanh u = 2/(1 + e⁻²ᵘ) and 1 − tanh² u = (1 + tanh u)(1 − tanh u). */
    private static double slope(double x) {
        double u = C * (x + 0.044715 * x * x * x);
        double onePlus = 2 / (1 + Math.exp(-2 * u));
        return onePlus / 2 + x / 2 * onePlus * (2 - onePlus) * C * (1 + 3 * 0.044715 * x * x);
    }

    private static CheckReport check(DoubleUnaryOperator derivative, double x, long seed) {
        return DerivativeCheck.ofScalar(z -> gelu(z[0]))
                .at(new double[] {x})
                .gradient(z -> new double[] {derivative.applyAsDouble(z[0])})
                .seed(seed)
                .run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, -5.5, -5.9, -6.2, -6.46214, -6.7, -7, -7.5})
    void rightSlopeOfASaturatedActivationIsNotRefuted(double x) {
        for (long seed = 1; seed <= 30; seed++) {
            CheckReport report = check(StairsTest::slope, x, seed);

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, -1, 0.5, 2})
    void wrongSlopeOfASaturatedActivationIsNeverConfirmed(double factor) {
        for (double x : new double[] {-5, -5.5, -6, -6.46214}) {
            for (long seed = 1; seed <= 30; seed++) {
                CheckReport report = check(z -> factor * slope(z), x, seed);

                assertThat(report.isConfirmed()).as(report.toString()).isFalse();
            }
        }
    }

    @Test
    void theReasonIsGiven() {
        CheckReport report = check(StairsTest::slope, -6.46214, 1);

        assertThat(report.results().get(0).verdict()).isInstanceOfSatisfying(Verdict.Inconclusive.class, verdict -> {
            assertThat(verdict.reason()).isEqualTo(InconclusiveReason.TWO_REGIMES);
            assertThat(verdict.text()).contains("f moves in stairs, for it is rounded inside");
        });
    }
}
