package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class StairsTest {

    private static final double NOISE = 1e-17;

    private static Line line(DoubleUnaryOperator f) {
        Line line = TestLines.along(f, 0.3);
        line.evaluatePairs(StepLadder.first());
        return line;
    }

    @Test
    void roundedInsideIsAStaircase() {
        // Stairs 2⁻¹⁸ wide and high on which f rises by a tenth only.
        Line line = line(x -> Math.floor(x * 0x1p18) * 0x1p-18 + 0.1 * x);

        assertThat(Stairs.areAskedAbout(1.1, new Estimate(0.1, 1e-12), NOISE, line.samples(0)))
                .isTrue();
        assertThat(Stairs.show(1.1, new Estimate(0.1, 1e-12), NOISE, line, 0)).isTrue();
    }

    @Test
    void aSteepSmoothRiseIsNone() {
        Line line = line(x -> Math.tanh(1e6 * (x - 0.3)) * 1e-3 + 0.1 * x);

        assertThat(Stairs.show(0.1, new Estimate(1000.1, 1e-6), NOISE, line, 0)).isFalse();
    }

    @Test
    void coarseStepsThatMerelyConvergeDoNotAsk() {
        Line line = line(Math::exp);
        double slope = Math.exp(0.3);

        for (int i = 0; i < line.samples(0).count(); i++) {
            double passedBy = line.samples(0).quotient(i);
            assertThat(Stairs.areAskedAbout(passedBy, new Estimate(slope, 1e-14), NOISE, line.samples(0)))
                    .isFalse();
        }
    }

    @Test
    void zeroIsNotAskedAbout() {
        Line line = line(x -> 0x1p-60 * x);

        assertThat(Stairs.areAskedAbout(0, new Estimate(1, 1e-12), NOISE, line.samples(0)))
                .isFalse();
    }
}
