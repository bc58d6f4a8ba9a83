package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfLineTest {

    private static final int[] STEPS = {1, 2, 3, 4, 5, 6, 7};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void asManyStepsAsTheDegreeAreExactFromEitherSide(int degree) {
        DoubleUnaryOperator polynomial = t -> {
            double sum = 7;
            double power = 1;
            for (int j = 1; j <= degree; j++) {
                power *= t;
                sum += (3 - 0.5 * (j - 1)) * power;
            }
            return sum;
        };
        for (int sign : new int[] {1, -1}) {
            HalfLine half = TestSamples.half(polynomial, sign, Arrays.copyOf(STEPS, degree));

            assertThat(Window.of(half, 0, degree - 1).value()).isCloseTo(3, within(1e-11));
        }
    }

    @Test
    void quotientHasTheSignOfTheSlopeOnEitherSide() {
        assertThat(TestSamples.half(t -> 2 * t, 1, 3, 5).quotient(1)).isEqualTo(2);
        assertThat(TestSamples.half(t -> 2 * t, -1, 3, 5).quotient(1)).isEqualTo(2);
    }

    @Test
    void errorIsAPowerSeriesInTheStepItself() {
        assertThat(TestSamples.half(Math::exp, 1, 3).variable(0.25)).isEqualTo(0.25);
        assertThat(TestSamples.of(Math::exp, 3).variable(0.25)).isEqualTo(0.0625);
    }

    @Test
    void sharedValueMakesErrorsOfQuotientsAddUp() {
        HalfLine half = TestSamples.half(Math::exp, 1, 3, 5);

        assertThat(half.amplification(new double[] {1, 0})).isEqualTo(half.deviation());
        assertThat(half.amplification(new double[] {1, 1})).isCloseTo(Math.sqrt(2 + 4), within(1e-14));
        assertThat(half.amplification(new double[] {1, -1})).isCloseTo(Math.sqrt(2), within(1e-14));
    }

    @Test
    void sizeNearThePointIsThatOfTheFinestValues() {
        HalfLine half = TestSamples.half(t -> 1 + 1000 * t, 1, StepLadder.first());

        assertThat(half.near()).isBetween(1.0, 3.0);
        assertThat(half.size(0)).isEqualTo(126);
    }

    @Test
    void boundHoldsAtTheEdgeOfADomain() {
        HalfLine half = TestSamples.half(t -> Math.pow(t, 2.5) + Math.sin(2 + t), 1, StepLadder.first());
        Estimate estimate = WindowSelection.of(half, Noise.of(half, 0x1p-53).deviation())
                .orElseThrow()
                .estimate();

        assertThat(Math.abs(estimate.value() - Math.cos(2))).isLessThanOrEqualTo(4 * estimate.bound());
        assertThat(estimate.bound()).isLessThan(1e-6);
    }
}
