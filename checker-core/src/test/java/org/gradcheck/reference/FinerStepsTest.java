package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FinerStepsTest {

    private static final double X = 0.3;

    private static boolean sideWith(double supplied, DoubleUnaryOperator f) {
        Line line = TestLines.along(f, X);
        line.evaluatePairs(StepLadder.first());
        return FinerSteps.sideWith(supplied, new CentralDifference(line, 0), 0);
    }

    @Test
    void oscillationFasterThanTheLadderIsSeen() {
        double frequency = 1e12;
        double slope = frequency * Math.cos(frequency * X);
        DoubleUnaryOperator f = x -> Math.sin(frequency * x);

        assertThat(sideWith(slope, f)).isTrue();
        assertThat(sideWith(-slope, f)).isFalse();
        assertThat(sideWith(2 * slope, f)).isFalse();
    }

    @Test
    void smoothFunctionSidesWithNothingButItsSlope() {
        assertThat(sideWith(1000, Math::exp)).isFalse();
        assertThat(sideWith(-1000, Math::exp)).isFalse();
    }

    @Test
    void slopeThatRoundingHidesIsNotAskedFor() {
        // Beside 2³⁰ a difference over the finest steps is a multiple of 2⁻²²: here of a slope of 2²⁵.
        DoubleUnaryOperator f = x -> 0x1p30 + (x > X ? 0x1p-22 : 0);

        assertThat(sideWith(0x1p25, f)).isFalse();
    }

    @Test
    void questionArisesForMuchLargerValuesOnly() {
        assertThat(FinerSteps.areAskedAbout(101, 1)).isTrue();
        assertThat(FinerSteps.areAskedAbout(-101, 1)).isTrue();
        assertThat(FinerSteps.areAskedAbout(99, -1)).isFalse();
        assertThat(FinerSteps.areAskedAbout(1e-3, 0)).isTrue();
        assertThat(FinerSteps.areAskedAbout(0, 0)).isFalse();
    }

    @Test
    void noMoreEvaluationsThanAnnounced() {
        AtomicInteger calls = new AtomicInteger();
        Line line = TestLines.along(
                x -> {
                    calls.incrementAndGet();
                    return Math.exp(x);
                },
                X);
        int before = calls.get();

        FinerSteps.sideWith(1e9, new CentralDifference(line, 0), 0);

        assertThat(calls.get() - before).isPositive().isLessThanOrEqualTo(FinerSteps.EVALUATIONS);
    }
}
