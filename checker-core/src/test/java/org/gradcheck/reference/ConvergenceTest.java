package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvergenceTest {

    private static final double NOISE = 0x1p-53;

    private static boolean fails(DoubleUnaryOperator g) {
        return Convergence.fails(TestSamples.ladder(g), NOISE, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1 / 3.0, 0.5, 0.8})
    void powerBelowOneHasAnInfiniteSlope(double power) {
        assertThat(fails(t -> Math.copySign(Math.pow(Math.abs(t), power), t))).isTrue();
        assertThat(fails(t -> Math.sin(t) + Math.copySign(Math.pow(Math.abs(t), power), t)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 3})
    void powerAboveOneHasASlope(double power) {
        assertThat(fails(t -> Math.copySign(Math.pow(Math.abs(t), power), t))).isFalse();
    }

    @Test
    void stepHasNone() {
        assertThat(fails(Math::signum)).isTrue();
    }

    @Test
    void kinkBesideThePointHasASlope() {
        for (double distance : new double[] {1e-2, 1e-4, 1e-6}) {
            assertThat(fails(t -> Math.max(0, t - distance) + t)).isFalse();
        }
    }

    @Test
    void roundingIsNoFailure() {
        assertThat(fails(t -> 3)).isFalse();
        assertThat(fails(t -> 1e9 + Math.exp(t))).isTrue();
        assertThat(Convergence.fails(TestSamples.ladder(t -> 1e9 + Math.exp(t)), Math.ulp(1e9) / 2, 1))
                .isFalse();
    }

    @Test
    void failureThatIsTinyBesideTheDerivativeIsNone() {
        DoubleUnaryOperator g = t -> t + 1e-16 * Math.cbrt(t);

        assertThat(Convergence.fails(TestSamples.of(g, 3, 5, 7, 9), 0, 1)).isFalse();
    }

    @Test
    void twoStepsTellNothing() {
        assertThat(Convergence.fails(TestSamples.of(Math::cbrt, 3, 5), NOISE, 1))
                .isFalse();
    }

    @Test
    void oneSideTellsAsMuch() {
        assertThat(Convergence.fails(TestSamples.half(Math::sqrt, 1, StepLadder.first()), NOISE, 1))
                .isTrue();
        assertThat(Convergence.fails(TestSamples.half(t -> Math.pow(t, 1.5), 1, StepLadder.first()), NOISE, 1))
                .isFalse();
        assertThat(Convergence.fails(TestSamples.half(t -> Math.sqrt(-t), -1, StepLadder.first()), NOISE, 1))
                .isTrue();
    }
}
