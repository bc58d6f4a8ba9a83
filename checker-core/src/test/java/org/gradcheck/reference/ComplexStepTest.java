package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.function.Precision;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class ComplexStepTest {

    private static final double[] X = {0.7};
    private static final double VALUE = Math.exp(X[0]);
    private static final Direction ALONG = Direction.given(Spaces.vector(1), X, new double[] {1});
    private static final double SLOPE = VALUE * ALONG.tangent()[0];

    /** The real differences of a smooth function: what vouches for the complex program. */
    private static final LineEstimate DIFFERENCES = differences(SLOPE, 1e-11 * SLOPE);

    private static LineEstimate differences(double value, double bound) {
        return new LineEstimate(
                LineEstimate.Status.RESOLVED,
                new Estimate(value, bound),
                Math.abs(value),
                1e-16,
                VALUE,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static ComplexVector exp(ComplexVector z) {
        double r = Math.exp(z.real()[0]);
        return complex(r * Math.cos(z.imaginary()[0]), r * Math.sin(z.imaginary()[0]));
    }

    private static ComplexVector complex(double real, double imaginary) {
        return new ComplexVector(new double[] {real}, new double[] {imaginary});
    }

    private static Optional<ComplexStep.Imaginary> along(ComplexFunction program) {
        return new ComplexStep(program).along(Curve.through(Spaces.vector(1), X, ALONG), new double[] {VALUE});
    }

    private static Optional<Estimate> estimate(ComplexFunction program, LineEstimate differences) {
        return along(program)
                .flatMap(values ->
                        values.estimate(0, new double[] {1}, Spaces.scalar(), differences, Precision.DOUBLE, 1));
    }

    @Test
    void analyticProgramGivesTheDerivativeToRounding() {
        assertThat(estimate(ComplexStepTest::exp, DIFFERENCES)).hasValueSatisfying(estimate -> {
            assertThat(estimate.value()).isCloseTo(SLOPE, within(1e-15));
            assertThat(estimate.bound()).isLessThan(1e-14);
        });
    }

    @Test
    void fourEvaluationsSuffice() {
        ComplexStep step = new ComplexStep(ComplexStepTest::exp);
        step.along(Curve.through(Spaces.vector(1), X, ALONG), new double[] {VALUE});

        assertThat(step.evaluations()).isEqualTo(4);
    }

    @Test
    void programWithAnotherRealPartIsIgnored() {
        assertThat(along(z -> complex(VALUE * (1 + 1e-12), exp(z).imaginary()[0])))
                .isEmpty();
    }

    @Test
    void programThatFailsIsIgnored() {
        assertThat(along(z -> {
                    throw new ArithmeticException();
                }))
                .isEmpty();
        assertThat(along(z -> complex(VALUE, Double.NaN))).isEmpty();
        assertThat(along(z -> new ComplexVector(new double[2], new double[2]))).isEmpty();
    }

    @Test
    void programThatFailsBesideThePointIsIgnored() {
        assertThat(along(z -> z.real()[0] == X[0] ? exp(z) : complex(VALUE, Double.POSITIVE_INFINITY)))
                .isEmpty();
    }

    @Test
    void conjugatingProgramDisagreesWithTheDifferences() {
        assertThat(estimate(z -> complex(exp(z).real()[0], -exp(z).imaginary()[0]), DIFFERENCES))
                .isEmpty();
    }

    @Test
    void programThatDropsTheImaginaryPartDisagreesWithTheDifferences() {
        assertThat(estimate(z -> complex(VALUE, 0), DIFFERENCES)).isEmpty();
    }

    @Test
    void programWhoseSlopeDependsOnTheStepIsIgnored() {
        ComplexFunction program =
                z -> complex(exp(z).real()[0], exp(z).imaginary()[0] * (z.imaginary()[0] < 0x1p-200 ? 2 : 1));

        assertThat(estimate(program, DIFFERENCES)).isEmpty();
    }

    @Test
    void unresolvedDifferencesCannotVouch() {
        assertThat(estimate(ComplexStepTest::exp, differences(SLOPE, 0.01 * SLOPE)))
                .isEmpty();
        assertThat(estimate(
                        ComplexStepTest::exp, LineEstimate.without(LineEstimate.Status.NOT_CONVERGING, SLOPE, 1e-16)))
                .isEmpty();
    }

    @Test
    void singlePrecisionInsideWidensTheBound() {
        Estimate estimate = along(ComplexStepTest::exp)
                .orElseThrow()
                .estimate(0, new double[] {1}, Spaces.scalar(), DIFFERENCES, Precision.SINGLE, 1)
                .orElseThrow();

        assertThat(estimate.bound()).isBetween(1e-7, 1e-5);
    }
}
