package org.gradcheck.check;

import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertNeverConfirmed;
import static org.gradcheck.check.GradientChecks.assertNeverRefuted;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slope beside an offset of 1e15, whose last place is 1/8: f moves in stairs, or not at all. */
class LargeOffsetTest {

    private static final double OFFSET = 1e15;

    private static ToDoubleFunction<double[]> line(double slope) {
        return x -> OFFSET + slope * x[0];
    }

    private static UnaryOperator<double[]> constant(double slope) {
        return x -> new double[] {slope};
    }

    @ParameterizedTest
    @CsvSource({"0.01,1", "0.1,1", "1,1", "3,0.7", "3,-2.3", "10,40", "100,1", "100,-2.3", "1000,0.7", "1000,40"})
    void rightSlopeIsNotRefuted(double slope, double x) {
        assertNeverRefuted(line(slope), constant(slope), x);
    }

    @ParameterizedTest
    @CsvSource({"0.01,1", "0.1,1", "1,1", "3,0.7", "3,-2.3", "10,40", "100,1", "100,-2.3", "1000,0.7", "1000,40"})
    void wrongSlopeIsNotConfirmed(double slope, double x) {
        for (double factor : new double[] {-1, 0.5, 2, 10}) {
            assertNeverConfirmed(line(slope), constant(factor * slope), x);
        }
    }

    @ParameterizedTest
    @CsvSource({"10,40", "100,1", "100,-2.3", "1000,0.7", "1000,40"})
    void zeroIsNotConfirmedWhereTheStepsClimbManyStairs(double slope, double x) {
        assertNeverConfirmed(line(slope), constant(0), x);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e6, 1e9})
    void slopeThatRisesOverThousandsOfStairsIsSeen(double slope) {
        assertConfirmed(line(slope), constant(slope), 1.3);
        for (double factor : new double[] {-1, 0, 0.9, 2}) {
            assertNeverConfirmed(line(slope), constant(factor * slope), 1.3);
        }
        assertRefuted(line(slope), constant(2 * slope), 1.3);
    }
}
