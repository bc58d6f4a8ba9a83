package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondDifferenceTest {

    private static LineEstimate estimate(DoubleUnaryOperator f, double x, double supplied) {
        SecondDifference differences = new SecondDifference(TestLines.along(f, x), 0);
        assertThat(new Refinement(differences, 100).run(List.of(new double[] {supplied}), false))
                .isTrue();
        return differences.estimate(0, supplied);
    }

    static Stream<Arguments> smoothFunctions() {
        return Stream.of(
                Arguments.of("exponential", (DoubleUnaryOperator) Math::exp, 0.3, Math.exp(0.3)),
                Arguments.of("sine", (DoubleUnaryOperator) Math::sin, 1, -Math.sin(1)),
                Arguments.of("cubic", (DoubleUnaryOperator) x -> x * x * x, 1.5, 9),
                Arguments.of("logarithm", (DoubleUnaryOperator) Math::log, 1.7, -1 / (1.7 * 1.7)),
                Arguments.of("fast", (DoubleUnaryOperator) x -> Math.sin(30 * x), 0.4, -900 * Math.sin(12)),
                Arguments.of("with an offset", (DoubleUnaryOperator) x -> 1e4 + Math.cos(x), 0.4, -Math.cos(0.4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smoothFunctions")
    void boundHoldsAndIsSmall(String name, DoubleUnaryOperator f, double x, double second) {
        LineEstimate estimate = estimate(f, x, second);

        assertThat(estimate.status()).isEqualTo(LineEstimate.Status.RESOLVED);
        assertThat(Math.abs(estimate.estimate().value() - second))
                .isLessThanOrEqualTo(4 * estimate.estimate().bound());
        assertThat(estimate.resolution()).as(name).isLessThan(2e-8);
    }

    @Test
    void boundHoldsUnderNoise() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 100; trial++) {
            LineEstimate estimate = estimate(x -> Math.exp(x) + 1e-8 * random.nextDouble(-1, 1), 0, 1);

            assertThat(Math.abs(estimate.estimate().value() - 1))
                    .isLessThanOrEqualTo(4 * estimate.estimate().bound());
        }
    }

    @Test
    void linearFunctionIsMeasuredAgainstItsSlope() {
        LineEstimate estimate = estimate(x -> 3 * x + 1, 0.3, 0);

        assertThat(estimate.scale()).isBetween(2.9, 3.1);
        assertThat(estimate.resolution()).isLessThan(1e-9);
    }

    @Test
    void wrongSecondDerivativeIsMeasuredAgainstItselfHoweverSteepTheFunction() {
        LineEstimate estimate = estimate(x -> 1e9 * x + x * x, 0.3, 0);

        assertThat(estimate.scale()).isBetween(1.9, 2.1);
        assertThat(estimate.estimate().bound()).isLessThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void estimateHasTheUnitsOfTheFunction(double unit) {
        LineEstimate estimate = estimate(x -> unit * Math.exp(x), 0, unit);

        assertThat(estimate.resolution()).isLessThan(1e-9);
        assertThat(estimate.scale() / unit).isBetween(0.99, 1.01);
    }

    @Test
    void kinkOfTheFirstDerivativeHasNoSecond() {
        LineEstimate estimate = estimate(x -> x * x * x * x + 1e-3 * Math.abs(x - 1), 1, 12);

        assertThat(estimate.status()).isEqualTo(LineEstimate.Status.NOT_CONVERGING);
    }
}
