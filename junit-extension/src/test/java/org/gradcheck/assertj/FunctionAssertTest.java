package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatVectorFunction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.point.SpreadPoints;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class FunctionAssertTest {

    private static final double[] X = {1, -2};

    @Test
    void everyFormOfARightDerivativePasses() {
        assertThatFunction(Bilinear::value).at(X).hasGradient(Bilinear::gradient);
        assertThatFunction(Bilinear::forward)
                .at(X)
                .hasJvp(Bilinear::jvp)
                .hasVjp(Bilinear::vjp)
                .hasJacobian(Bilinear::jacobian)
                .hasJacobianRows(Bilinear::jacobianRows);
        assertThatScalarFunction(x -> x[0] * x[1]).at(X).hasGradient(x -> new double[] {x[1], x[0]});
        assertThatVectorFunction(x -> new double[] {Math.exp(x[0])}).at(X).hasVjp((x, w) ->
                new double[] {Math.exp(x[0]) * w[0], 0});
        assertThatUnivariateFunction(Math::sin).at(0.5).hasDerivative(Math::cos);
        assertThatFunction(Spaces.matrix(2, 2), Spaces.scalar(), a -> a.get(0, 0) * a.get(1, 0))
                .at(new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}}))
                .hasGradient(a -> new DMatrixRMaj(new double[][] {{a.get(1, 0), 0}, {a.get(0, 0), 0}}));
    }

    @Test
    void everyFormOfAWrongDerivativeFails() {
        assertFails(() -> assertThatFunction(Bilinear::value).at(X).hasGradient(Bilinear::gradientWithoutTwo));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasJvp(Bilinear::wrongJvp));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasVjp(Bilinear::wrongVjp));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasJacobian(Bilinear::wrongJacobian));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasJacobianRows(Bilinear::wrongJacobianRows));
        assertFails(() -> assertThatUnivariateFunction(Math::sin).at(0.5).hasDerivative(Math::sin));
    }

    @Test
    void aWrongDerivativeCanBeExpected() {
        assertThatFunction(Bilinear::value).at(X).hasWrongGradient(Bilinear::gradientWithoutTwo);
        assertThatFunction(Bilinear::forward)
                .at(X)
                .hasWrongJvp(Bilinear::wrongJvp)
                .hasWrongVjp(Bilinear::wrongVjp)
                .hasWrongJacobian(Bilinear::wrongJacobian)
                .hasWrongJacobianRows(Bilinear::wrongJacobianRows);
        assertThatUnivariateFunction(Math::sin).at(0.5).hasWrongDerivative(Math::sin);
    }

    @Test
    void anExpectedWrongDerivativeThatIsRightFails() {
        assertFails(() -> assertThatFunction(Bilinear::value).at(X).hasWrongGradient(Bilinear::gradient));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasWrongJvp(Bilinear::jvp));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasWrongVjp(Bilinear::vjp));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasWrongJacobian(Bilinear::jacobian));
        assertFails(() -> assertThatFunction(Bilinear::forward).at(X).hasWrongJacobianRows(Bilinear::jacobianRows));
        assertFails(() -> assertThatUnivariateFunction(Math::sin).at(0.5).hasWrongDerivative(Math::cos));
    }

    @Test
    void aSecondOperatorAddsTheAdjointTest() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatFunction(Bilinear::forward)
                        .at(X)
                        .hasJvp(Bilinear::jvp)
                        .hasVjp(Bilinear::wrongVjp))
                .withMessageContaining("the supplied JVP and VJP")
                .withMessageContaining("adjoint: REFUTED");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatFunction(Bilinear::forward)
                        .at(X)
                        .hasVjp(Bilinear::vjp)
                        .hasJvp(Bilinear::wrongJvp))
                .withMessageContaining("adjoint: REFUTED");
    }

    @Test
    void anotherPointForgetsTheOperators() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatFunction(Bilinear::forward)
                        .at(X)
                        .hasJvp(Bilinear::jvp)
                        .at(new double[] {3, 1})
                        .hasVjp(Bilinear::wrongVjp))
                .withMessageContaining("the supplied VJP,")
                .withMessageContaining("x = [3, 1]")
                .satisfies(e -> assertThat(e).message().doesNotContain("adjoint"));
    }

    @Test
    void severalPointsAreAllChecked() {
        List<double[]> seen = new ArrayList<>();
        List<double[]> points = SpreadPoints.vectors(2).points();

        assertThatScalarFunction(Bilinear::value).atPoints(points).hasGradient(x -> {
            seen.add(x.clone());
            return Bilinear.gradient(x);
        });

        assertThat(seen).contains(points.get(0), points.get(1), points.get(2));
    }

    @Test
    void theFirstPointThatRefutesIsNamed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatUnivariateFunction(Math::abs)
                        .atPoints(List.of(1.0, 0.0, -2.0, -3.0))
                        .hasDerivative(t -> 1))
                .satisfies(e -> assertThat(e)
                        .message()
                        .contains(
                                "the derivative is wrong by 2.0e+00 of the derivative's scale", "point        x = [-2]")
                        .endsWith("  number       3 of 4 points\n  replay       .withSeed(1)"));
    }

    @Test
    void atSeveralPointsAWrongDerivativeIsProvedByOne() {
        assertThatUnivariateFunction(Math::abs).atPoints(List.of(1.0, -2.0)).hasWrongDerivative(t -> 1);
    }

    @Test
    void atSeveralPointsOneInconclusiveIsNotConfirmed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatUnivariateFunction(Math::abs)
                        .atPoints(List.of(1.0, 0.0, 2.0))
                        .hasDerivative(t -> 1))
                .satisfies(e -> assertThat(e).message().contains("kink at the point", "number       2 of 3 points"));
    }

    @Test
    void noPointsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatFunction(Bilinear::value).atPoints(List.of()))
                .withMessage("atPoints needs at least one point");
    }

    @Test
    void oneDirectionCanBeEnough() {
        double[] whereTheMistakeDoesNotShow = {0, 1};

        assertThatFunction(Bilinear::value)
                .at(X)
                .along(whereTheMistakeDoesNotShow)
                .hasGradient(Bilinear::gradientWithoutTwo);
    }

    @Test
    void settingsReachTheCheck() {
        assertThat(messageOfWrongGradient(f -> f.withSeed(42))).contains("seed         42");
        assertThat(messageOfWrongGradient(
                        f -> f.withSettings(CheckSettings.defaults().withSeed(43))))
                .contains("seed         43");
        assertThatCode(() -> assertThatFunction(Bilinear::value)
                        .at(X)
                        .withAccuracy(0.5)
                        .hasGradient(x -> times(1.01, Bilinear.gradient(x))))
                .doesNotThrowAnyException();
    }

    @Test
    void strictnessTurnsATinyDiscrepancyIntoARefutation() {
        ToDoubleFunction<double[]> f = Bilinear::value;

        assertThatFunction(f).at(X).strictly().hasWrongGradient(x -> times(1 + 1e-9, Bilinear.gradient(x)));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatFunction(f).at(X).hasGradient(x -> times(1 + 1e-9, Bilinear.gradient(x))))
                .withMessageContaining("the check is inconclusive (small consistent discrepancy)");
    }

    @Test
    void moreDirectionsEvaluateMore() {
        List<double[]> few = new ArrayList<>();
        List<double[]> many = new ArrayList<>();

        assertThatScalarFunction(x -> recorded(few, x)).at(X).hasGradient(Bilinear::gradient);
        assertThatScalarFunction(x -> recorded(many, x)).at(X).withDirections(5).hasGradient(Bilinear::gradient);

        assertThat(many).hasSizeGreaterThan(few.size());
    }

    @Test
    void anExpectedMistakeIsNotLookedInto() {
        List<double[]> expected = new ArrayList<>();
        List<double[]> unexpected = new ArrayList<>();

        assertThatScalarFunction(x -> recorded(expected, x)).at(X).hasWrongGradient(Bilinear::gradientWithoutTwo);
        assertFails(() ->
                assertThatScalarFunction(x -> recorded(unexpected, x)).at(X).hasGradient(Bilinear::gradientWithoutTwo));

        assertThat(expected).hasSizeLessThan(unexpected.size() / 2);
    }

    @Test
    void aBudgetIsKept() {
        List<double[]> calls = new ArrayList<>();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(x -> recorded(calls, x))
                        .at(X)
                        .withBudget(CheckSettings.SMALLEST_BUDGET)
                        .hasGradient(Bilinear::gradientWithoutTwo));

        assertThat(calls).hasSizeLessThanOrEqualTo(CheckSettings.SMALLEST_BUDGET);
    }

    @Test
    void aContinuationIsUsed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(x -> x[0] * x[1])
                        .at(X)
                        .withComplexStep(z -> new ComplexVector(
                                new double[] {z.real()[0] * z.real()[1] - z.imaginary()[0] * z.imaginary()[1]},
                                new double[] {z.real()[0] * z.imaginary()[1] + z.imaginary()[0] * z.real()[1]}))
                        .hasGradient(x -> new double[] {x[1], 2 * x[0]}))
                .withMessageContaining("complex step");
    }

    @Test
    void aTwinIsUsed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(x -> Math.exp(x[0]) * x[1])
                        .at(X)
                        .withComplexTwin(z -> z.get(0).exp().times(z.get(1)))
                        .hasGradient(x -> new double[] {Math.exp(x[0]) * x[1], 2 * Math.exp(x[0])}))
                .withMessageContaining("complex step)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatUnivariateFunction(Math::tanh)
                        .at(0.4)
                        .withComplexTwin(Complex::tanh)
                        .hasDerivative(t -> 2 / (Math.cosh(t) * Math.cosh(t))))
                .withMessageContaining("complex step)");
    }

    @Test
    void aWrongTwinIsSetAsideAndTheFailureSaysSo() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(x -> x[0] * x[1])
                        .at(new double[] {1, 2})
                        .withComplexTwin(z -> z.get(0).times(z.get(1)).times(2))
                        .hasGradient(x -> new double[] {x[1], 2 * x[0]}))
                .withMessageContaining("central differences)")
                .withMessageContaining(
                        "complex step  set aside: the twin differs from f by 2.0e+00 at x: it is 4 where f is 2\n");
    }

    @Test
    void twinsAreVerifiedAtEachPointAndWithoutADerivative() {
        assertThatUnivariateFunction(Math::tanh).at(0.4).hasComplexTwin(Complex::tanh);
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[0]})
                .at(X)
                .hasComplexVectorTwin(z -> ComplexArray.of(z.get(0).times(z.get(1)), z.get(0)));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(x -> Math.abs(x[0]))
                        .atPoints(List.of(new double[] {1}, new double[] {-1}))
                        .hasComplexTwin(z -> z.get(0)))
                .withMessage("""

                        Expecting the supplied twin to continue f analytically, but the twin differs from f by 2.0e+00 at x: it is -1 where f is 1
                          point        x = [-1]
                          evaluations  3 of f and the twin
                          number       2 of 2 points""");
    }

    @Test
    void twinsNeedAPoint() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThatScalarFunction(x -> x[0]).hasComplexTwin(z -> z.get(0)));
    }

    @Test
    void descriptionAndOverriddenMessageAreRespected() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatFunction(Bilinear::value)
                        .as("ridge loss, 100% wrong")
                        .at(X)
                        .hasGradient(Bilinear::gradientWithoutTwo))
                .withMessageStartingWith("[ridge loss, 100% wrong] \nExpecting f to have the supplied gradient, but");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatFunction(Bilinear::value)
                        .withFailMessage("the loss of page %d", 12)
                        .at(X)
                        .hasGradient(Bilinear::gradientWithoutTwo))
                .withMessage("the loss of page 12");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may do all the same
    void nullIsReported() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(null).at(X))
                .withMessageContaining("Expecting actual not to be null");
        assertThatNullPointerException()
                .isThrownBy(() -> assertThatFunction(Bilinear::value).at(X).hasGradient(null))
                .withMessage("gradient");
    }

    @Test
    void wrongUseIsNotAnAssertionError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThatFunction(Bilinear::value).hasGradient(Bilinear::gradient))
                .withMessage("a derivative is checked at a point: call at(x) before this assertion");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatFunction(Bilinear::value).withDirections(0))
                .withMessage("directions must be at least 1, got 0");
    }

    private static String messageOfWrongGradient(UnaryOperator<FunctionAssert<double[], Double>> settings) {
        AssertionError error = catchThrowableOfType(
                AssertionError.class,
                () -> settings.apply(assertThatFunction(Bilinear::value).at(X))
                        .hasGradient(Bilinear::gradientWithoutTwo));
        return String.valueOf(error.getMessage());
    }

    private static double recorded(List<double[]> calls, double[] x) {
        calls.add(x);
        return Bilinear.value(x);
    }

    private static double[] times(double factor, double[] v) {
        return new double[] {factor * v[0], factor * v[1]};
    }

    private static void assertFails(ThrowingCallable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    }
}
