package org.gradcheck.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.gradcheck.assertj.DerivativeSoftAssertions;
import org.gradcheck.junit.DerivativeTest;
import org.gradcheck.junit.GradientChecker;
import org.gradcheck.junit.Point;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.CalculusFieldMultivariateFunction;
import org.hipparchus.analysis.CalculusFieldMultivariateVectorFunction;
import org.hipparchus.analysis.CalculusFieldUnivariateFunction;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateMatrixFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.MultivariateDifferentiableFunction;
import org.hipparchus.analysis.differentiation.MultivariateDifferentiableVectorFunction;
import org.hipparchus.analysis.differentiation.UnivariateDifferentiableFunction;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.MathArrays;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;

class HipparchusTest {

    private static final double[] X = {-0.7, 1.3};

    /** (1 − x₀)² + 100(x₁ − x₀²)². */
    private static <T extends CalculusFieldElement<T>> T rosenbrock(T[] x) {
        T a = x[0].negate().add(1);
        T b = x[1].subtract(x[0].square());
        return a.square().add(b.square().multiply(100));
    }

    private static double[] rosenbrockGradient(double[] x) {
        double b = x[1] - x[0] * x[0];
        return new double[] {-2 * (1 - x[0]) - 400 * x[0] * b, 200 * b};
    }

    private static double[] withWrongSign(double[] x) {
        double b = x[1] - x[0] * x[0];
        return new double[] {-2 * (1 - x[0]) + 400 * x[0] * b, 200 * b};
    }

    /** (x₀ sin x₁, exp x₀). */
    private static <T extends CalculusFieldElement<T>> T[] pair(T[] x) {
        T[] y = MathArrays.buildArray(x[0].getField(), 2);
        y[0] = x[0].multiply(x[1].sin());
        y[1] = x[0].exp();
        return y;
    }

    private static double[][] pairJacobian(double[] x) {
        return new double[][] {{Math.sin(x[1]), x[0] * Math.cos(x[1])}, {Math.exp(x[0]), 0}};
    }

    private static double[][] pairJacobianWithCosine(double[] x) {
        return new double[][] {{Math.cos(x[1]), x[0] * Math.cos(x[1])}, {Math.exp(x[0]), 0}};
    }

    private static <T extends CalculusFieldElement<T>> T cube(T x) {
        return x.multiply(x).multiply(x);
    }

    private static <T extends CalculusFieldElement<T>> T absolute(T x) {
        return x.abs();
    }

    private static <T extends CalculusFieldElement<T>> T norm(T x) {
        return x.newInstance(x.norm());
    }

    private static <T extends CalculusFieldElement<T>> T byItsSign(T x) {
        return x.sign().multiply(x);
    }

    private static <T extends CalculusFieldElement<T>> T withoutSign(T x) {
        return x.copySign(1.0);
    }

    private static <T extends CalculusFieldElement<T>> T detached(T x) {
        return x.multiply(x.getReal());
    }

    private static <T extends CalculusFieldElement<T>> T arcTangent(T x) {
        return x.atan();
    }

    private static <T extends CalculusFieldElement<T>> T arcSine(T x) {
        return x.asin();
    }

    private static <T extends CalculusFieldElement<T>> T cubeRoot(T x) {
        return x.cbrt();
    }

    private static <T extends CalculusFieldElement<T>> T expm1(T x) {
        return x.expm1();
    }

    private static <T extends CalculusFieldElement<T>> T combination(T x) {
        return x.linearCombination(x, x.sin(), x.exp(), x);
    }

    private static String method(CheckReport report) {
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        return report.results().get(0).decisive().map(Evidence::method).orElseThrow();
    }

    @Test
    void fieldFunctionHasTheComplexStepForItsReference() {
        assertThatFunction(Hipparchus.fieldCheck(HipparchusTest::rosenbrock))
                .at(X)
                .hasGradient(HipparchusTest::rosenbrockGradient)
                .hasWrongGradient(HipparchusTest::withWrongSign);
        assertThat(method(Hipparchus.fieldCheck(HipparchusTest::rosenbrock)
                        .at(X)
                        .gradient(HipparchusTest::rosenbrockGradient)
                        .run()))
                .isEqualTo("complex step");
    }

    @Test
    void failureNamesTheWrongEntryAndTheComplexStep() {
        String message = String.valueOf(
                catchThrowable(() -> assertThatFunction(Hipparchus.fieldCheck(HipparchusTest::rosenbrock))
                                .at(X)
                                .hasGradient(HipparchusTest::withWrongSign))
                        .getMessage());

        assertThat(message)
                .contains("Expecting f to have the supplied gradient, but the gradient is wrong by ")
                .contains("  where        wrong in [0] alone, -230.2 instead of 223.4; the other entry agrees\n")
                .contains("(complex step)");
    }

    @Test
    void fieldVectorFunction() {
        assertThatFunction(Hipparchus.fieldVectorCheck(HipparchusTest::pair))
                .at(X)
                .hasJacobianRows(HipparchusTest::pairJacobian)
                .hasJacobian(HipparchusDerivatives.fieldJacobian(HipparchusTest::pair))
                .hasWrongJacobianRows(HipparchusTest::pairJacobianWithCosine);
        assertThat(method(Hipparchus.fieldVectorCheck(HipparchusTest::pair)
                        .at(X)
                        .jacobianRows(HipparchusTest::pairJacobian)
                        .run()))
                .isEqualTo("complex step");
    }

    @Test
    void fieldFunctionOfANumber() {
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::cube))
                .at(1.5)
                .hasDerivative(x -> 3 * x * x)
                .hasWrongDerivative(x -> 2 * x * x);
    }

    @Test
    void automaticDerivativeOfHipparchusItselfAgrees() {
        assertThatFunction(Hipparchus.fieldCheck(HipparchusTest::rosenbrock))
                .at(X)
                .hasGradient(HipparchusDerivatives.fieldGradient(HipparchusTest::rosenbrock));
    }

    @Test
    void functionOfDoublesHasItsFieldVersionForContinuation() {
        UnivariateFunction f = x -> x * x * x;
        MultivariateFunction g = x ->
                rosenbrock(new Complex[] {new Complex(x[0]), new Complex(x[1])}).getReal();

        assertThat(method(Hipparchus.check(f)
                        .complexStep(ComplexSteps.ofUnivariate(HipparchusTest::cube))
                        .at(1.5)
                        .gradient(x -> 3 * x * x)
                        .run()))
                .isEqualTo("complex step");
        assertThatFunction(Hipparchus.check(g))
                .withComplexStep(ComplexSteps.of(HipparchusTest::rosenbrock))
                .at(X)
                .hasGradient(HipparchusTest::rosenbrockGradient)
                .hasWrongGradient(HipparchusTest::withWrongSign);
    }

    @Test
    void continuationThatIsNotTheFunctionsIsSetAside() {
        UnivariateFunction f = x -> x * x;

        assertThat(method(Hipparchus.check(f)
                        .complexStep(ComplexSteps.ofUnivariate(HipparchusTest::cube))
                        .at(1.5)
                        .gradient(x -> 2 * x)
                        .run()))
                .isEqualTo("central differences");
    }

    @Test
    void functionOfComplexNumbersAlone() {
        CalculusFieldMultivariateFunction<Complex> scalar = HipparchusTest::rosenbrock;
        CalculusFieldMultivariateVectorFunction<Complex> vector = HipparchusTest::pair;
        CalculusFieldUnivariateFunction<Complex> ofANumber = HipparchusTest::cube;

        assertThatFunction(Hipparchus.complexCheck(scalar))
                .at(X)
                .hasGradient(HipparchusTest::rosenbrockGradient)
                .hasWrongGradient(HipparchusTest::withWrongSign);
        assertThatFunction(Hipparchus.complexVectorCheck(vector))
                .at(X)
                .hasJacobianRows(HipparchusTest::pairJacobian)
                .hasWrongJacobianRows(HipparchusTest::pairJacobianWithCosine);
        assertThatUnivariateFunction(Hipparchus.complexUnivariateCheck(ofANumber))
                .at(1.5)
                .hasDerivative(x -> 3 * x * x)
                .hasWrongDerivative(x -> 2 * x * x);
    }

    @Test
    void logarithmOfANegativeNumberHasNoValue() {
        CheckReport report = Hipparchus.complexUnivariateCheck(Complex::log)
                .at(-0.7)
                .gradient(x -> 1 / x)
                .run();

        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(InconclusiveReason.FUNCTION_FAILED));
    }

    @Test
    void operationsThatLoseTheImaginaryPartAreJudgedByDifferences() {
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::absolute)
                        .at(-0.7)
                        .gradient(x -> -1.0)
                        .run()))
                .isEqualTo("central differences");
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::norm)
                        .at(-0.7)
                        .gradient(x -> -1.0)
                        .run()))
                .isEqualTo("central differences");
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::byItsSign)
                        .at(-0.7)
                        .gradient(x -> -1.0)
                        .run()))
                .isEqualTo("central differences");
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::detached)
                        .at(0.7)
                        .gradient(x -> 2 * x)
                        .run()))
                .isEqualTo("central differences");
    }

    @Test
    void whatTheComplexOperationsMakeOfTheseIsStillRefuted() {
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::absolute))
                .at(-0.7)
                .hasWrongDerivative(x -> 0);
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::byItsSign))
                .at(-0.7)
                .hasWrongDerivative(x -> -2);
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::withoutSign))
                .at(-0.7)
                .hasWrongDerivative(x -> 1);
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::detached))
                .at(0.7)
                .hasWrongDerivative(x -> x);
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::expm1))
                .at(0.7)
                .hasWrongDerivative(Math::expm1);
    }

    @Test
    void operationsThatAreNoContinuationInThisVersionAreJudgedByDifferences() {
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::arcTangent)
                        .at(0.7)
                        .gradient(x -> 1 / (1 + x * x))
                        .run()))
                .isEqualTo("central differences");
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::arcSine)
                        .at(0.7)
                        .gradient(x -> 1 / Math.sqrt(1 - x * x))
                        .run()))
                .isEqualTo("central differences");
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::cubeRoot)
                        .at(-0.7)
                        .gradient(x -> Math.cbrt(x) / (3 * x))
                        .run()))
                .isEqualTo("central differences");
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::expm1)
                        .at(0.7)
                        .gradient(Math::exp)
                        .run()))
                .isEqualTo("central differences");
    }

    /** It makes the imaginary part positive, which is right along directions that lead to smaller x. */
    @Test
    void copySignIsRightOrSetAside() {
        assertThatUnivariateFunction(Hipparchus.fieldUnivariateCheck(HipparchusTest::withoutSign))
                .at(-0.7)
                .withDirections(8)
                .hasDerivative(x -> -1);
    }

    @Test
    void linearCombinationIsAContinuation() {
        assertThat(method(Hipparchus.fieldUnivariateCheck(HipparchusTest::combination)
                        .at(0.7)
                        .gradient(x -> Math.sin(x) + x * Math.cos(x) + Math.exp(x) * (1 + x))
                        .run()))
                .isEqualTo("complex step");
    }

    private static final double STEP = 0x1p-80;

    /** The derivative that the complex step makes of an operation. */
    private static double slope(UnaryOperator<Complex> operation, double x) {
        return operation.apply(new Complex(x, STEP)).getImaginary() / STEP;
    }

    @Test
    void whatTheGuideSaysIsLostOrWrong() {
        assertThat(slope(Complex::abs, 0.7)).isZero();
        assertThat(slope(z -> z.newInstance(z.norm()), 0.7)).isZero();
        assertThat(slope(z -> z.newInstance(z.getReal()), 0.7)).isZero();
        assertThat(slope(z -> z.sign().multiply(z), -0.7)).isCloseTo(-2, within(1e-12));
        assertThat(slope(z -> z.copySign(1.0), -0.7)).isEqualTo(1);
        assertThat(slope(Complex::asin, 0.7)).isZero();
        assertThat(slope(Complex::acos, 0.7)).isZero();
        assertThat(slope(z -> z.atan2(new Complex(2)), 0.7)).isZero();
        assertThat(slope(Complex::atan, 0.7)).isNotCloseTo(1 / 1.49, within(0.1));
        assertThat(new Complex(-0.7).cbrt().getImaginary()).isGreaterThan(0.7);
        assertThat(new Complex(-0.7).rootN(3).getImaginary()).isGreaterThan(0.7);
        assertThat(new Complex(-0.7).log().getImaginary()).isGreaterThan(3);
        assertThat(slope(Complex::expm1, 0.7)).isCloseTo(Math.expm1(0.7), within(1e-12));
    }

    @Test
    void whatTheGuideSaysIsRight() {
        Complex half = new Complex(0.5);
        double x = 0.7;
        Map<UnaryOperator<Complex>, Double> derivatives = Map.ofEntries(
                Map.entry(Complex::exp, Math.exp(x)),
                Map.entry(Complex::log, 1 / x),
                Map.entry(Complex::log1p, 1 / (1 + x)),
                Map.entry(Complex::log10, 1 / (x * Math.log(10))),
                Map.entry(Complex::sin, Math.cos(x)),
                Map.entry(Complex::cos, -Math.sin(x)),
                Map.entry(Complex::tan, 1 / Math.pow(Math.cos(x), 2)),
                Map.entry(Complex::sinh, Math.cosh(x)),
                Map.entry(Complex::cosh, Math.sinh(x)),
                Map.entry(Complex::tanh, 1 / Math.pow(Math.cosh(x), 2)),
                Map.entry(Complex::asinh, 1 / Math.sqrt(x * x + 1)),
                Map.entry(z -> z.add(1).acosh(), 1 / Math.sqrt(Math.pow(x + 1, 2) - 1)),
                Map.entry(Complex::atanh, 1 / (1 - x * x)),
                Map.entry(Complex::sqrt, 0.5 / Math.sqrt(x)),
                Map.entry(Complex::cbrt, Math.cbrt(x) / (3 * x)),
                Map.entry(z -> z.rootN(5), Math.pow(x, 0.2) / (5 * x)),
                Map.entry(z -> z.pow(1.5), 1.5 * Math.sqrt(x)),
                Map.entry(z -> z.pow(z), Math.pow(x, x) * (1 + Math.log(x))),
                Map.entry(z -> z.divide(z.add(1)), 1 / Math.pow(1 + x, 2)),
                Map.entry(Complex::reciprocal, -1 / (x * x)),
                Map.entry(z -> z.hypot(half), x / Math.hypot(x, 0.5)),
                Map.entry(z -> FastMath.max(z, half), 1.0),
                Map.entry(z -> FastMath.min(z, half), 0.0));

        assertThat(derivatives)
                .allSatisfy((operation, derivative) ->
                        assertThat(slope(operation, x)).isCloseTo(derivative, within(1e-12)));
        assertThat(slope(z -> z.pow(3), -0.7)).isCloseTo(1.47, within(1e-12));
    }

    @DerivativeTest
    void generatedPointsAndSeedsReachTheCheck(@Point(dimension = 2) double[] x, GradientChecker check) {
        check.that(Hipparchus.fieldCheck(HipparchusTest::rosenbrock))
                .at(x)
                .hasGradient(HipparchusTest::rosenbrockGradient);
    }

    @Test
    void softAssertions() {
        DerivativeSoftAssertions softly = new DerivativeSoftAssertions();

        softly.assertThatFunction(Hipparchus.fieldCheck(HipparchusTest::rosenbrock))
                .at(X)
                .hasGradient(HipparchusTest::withWrongSign);

        assertThat(softly.errorsCollected())
                .singleElement()
                .satisfies(error -> assertThat(error).hasMessageContaining("wrong in [0] alone"));
    }

    @Test
    void gradientsAndJacobiansOfTheInterfaces() {
        MultivariateFunction f = x -> x[0] * x[0] * x[1];
        MultivariateVectorFunction gradient = x -> new double[] {2 * x[0] * x[1], x[0] * x[0]};
        MultivariateVectorFunction wrong = x -> new double[] {x[0] * x[1], x[0] * x[0]};
        MultivariateVectorFunction g = x -> new double[] {x[0] * Math.sin(x[1]), Math.exp(x[0])};
        MultivariateMatrixFunction jacobian = HipparchusTest::pairJacobian;
        MultivariateMatrixFunction wrongJacobian = HipparchusTest::pairJacobianWithCosine;

        assertThatFunction(Hipparchus.check(f))
                .at(X)
                .hasGradient(HipparchusDerivatives.gradient(gradient))
                .hasWrongGradient(HipparchusDerivatives.gradient(wrong));
        assertThatFunction(Hipparchus.check(g))
                .at(X)
                .hasJacobian(HipparchusDerivatives.jacobian(jacobian))
                .hasWrongJacobian(HipparchusDerivatives.jacobian(wrongJacobian));
        assertThatFunction(HipparchusOptim.check(new ObjectiveFunction(f)))
                .at(X)
                .hasGradient(HipparchusOptim.gradient(new ObjectiveFunctionGradient(gradient)))
                .hasWrongGradient(HipparchusOptim.gradient(new ObjectiveFunctionGradient(wrong)));
    }

    /** sin x, composed with a derivative that is the given multiple of the right one. */
    private record Sine(double factor) implements UnivariateDifferentiableFunction {
        @Override
        public double value(double x) {
            return Math.sin(x);
        }

        @Override
        public <T extends Derivative<T>> T value(T x) {
            return x.compose(Math.sin(x.getValue()), factor * Math.cos(x.getValue()));
        }
    }

    /** x₀² sin x₁, likewise. */
    private record SquareSine(double factor) implements MultivariateDifferentiableFunction {
        @Override
        public double value(double[] x) {
            return x[0] * x[0] * Math.sin(x[1]);
        }

        @Override
        public DerivativeStructure value(DerivativeStructure[] x) {
            double y = x[1].getValue();
            DerivativeStructure sine = x[1].getOrder() == 1
                    ? x[1].compose(Math.sin(y), factor * Math.cos(y))
                    : x[1].compose(Math.sin(y), factor * Math.cos(y), -factor * Math.sin(y));
            return x[0].square().multiply(sine);
        }
    }

    private record Both(double factor) implements MultivariateDifferentiableVectorFunction {
        @Override
        public double[] value(double[] x) {
            return new double[] {x[0] + x[1], new SquareSine(1).value(x)};
        }

        @Override
        public DerivativeStructure[] value(DerivativeStructure[] x) {
            return new DerivativeStructure[] {x[0].add(x[1]), new SquareSine(factor).value(x)};
        }
    }

    @Test
    void derivativeStructures() {
        assertThatUnivariateFunction(Hipparchus.check(new Sine(1)))
                .at(0.7)
                .hasDerivative(HipparchusDerivatives.derivative(new Sine(1)))
                .hasWrongDerivative(HipparchusDerivatives.derivative(new Sine(2)));
        assertThatFunction(Hipparchus.check((MultivariateFunction) new SquareSine(1)))
                .at(X)
                .hasGradient(HipparchusDerivatives.gradient(new SquareSine(1)))
                .hasHessian(HipparchusDerivatives.hessian(new SquareSine(1)))
                .hasWrongGradient(HipparchusDerivatives.gradient(new SquareSine(2)))
                .hasWrongHessian(HipparchusDerivatives.hessian(new SquareSine(2)));
        assertThatFunction(Hipparchus.check((MultivariateVectorFunction) new Both(1)))
                .at(X)
                .hasJacobian(HipparchusDerivatives.jacobian(new Both(1)))
                .hasWrongJacobian(HipparchusDerivatives.jacobian(new Both(2)));
    }

    private static MultivariateJacobianFunction model(double factor) {
        return p -> new Pair<>(
                new ArrayRealVector(
                        new double[] {p.getEntry(0) * p.getEntry(1), Math.exp(p.getEntry(0)), p.getEntry(1)}),
                new Array2DRowRealMatrix(new double[][] {
                    {p.getEntry(1), factor * p.getEntry(0)}, {Math.exp(p.getEntry(0)), 0}, {0, 1}
                }));
    }

    @Test
    void modelWithValueAndJacobian() {
        assertThatFunction(HipparchusOptim.check(model(1)))
                .at(X)
                .hasJacobian(HipparchusOptim.jacobian(model(1)))
                .hasWrongJacobian(HipparchusOptim.jacobian(model(-1)));
        assertThat(Hipparchus.check((MultivariateVectorFunction)
                                x -> new double[] {x[0] * x[1], Math.exp(x[0]), x[1] + 1e-3})
                        .at(X)
                        .valueAndJacobian(HipparchusOptim.valueAndJacobian(model(1)))
                        .run()
                        .isRefuted())
                .isTrue();
    }
}
