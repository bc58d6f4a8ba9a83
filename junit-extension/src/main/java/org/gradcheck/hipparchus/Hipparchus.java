package org.gradcheck.hipparchus;

import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.space.Spaces;
import org.hipparchus.analysis.CalculusFieldMultivariateFunction;
import org.hipparchus.analysis.CalculusFieldMultivariateVectorFunction;
import org.hipparchus.analysis.CalculusFieldUnivariateFunction;
import org.hipparchus.analysis.FieldMultivariateFunction;
import org.hipparchus.analysis.FieldMultivariateVectorFunction;
import org.hipparchus.analysis.FieldUnivariateFunction;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.complex.Complex;

/**
 * Checks of functions in the interfaces of Hipparchus 4. A function of any field is evaluated with {@code Binary64}, and once
 * more with {@code Complex}, which makes the complex step the reference.
 *
 * <pre>{@code
 * assertThatFunction(Hipparchus.fieldCheck(Rosenbrock::value)).at(x).hasGradient(Rosenbrock::gradient);
 * }</pre>
 *
 * <p>{@code Complex} is no analytic continuation everywhere: {@code abs()}, {@code norm()}, {@code sign()} and {@code getReal()}
 * lose the imaginary part. The check holds the complex step against real differences and sets it aside where they contradict.
 */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class Hipparchus {

    private Hipparchus() {}

    /** A check of a scalar function of a vector. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<double[], Double> check(MultivariateFunction f) {
        return DerivativeCheck.ofScalar(f::value);
    }

    /** A check of a vector function of a vector. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<double[], double[]> check(MultivariateVectorFunction f) {
        return DerivativeCheck.ofVector(f::value);
    }

    /** A check of a function of a number. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<Double, Double> check(UnivariateFunction f) {
        return DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), f::value);
    }

    /** A check of a scalar function that takes the elements of any field, with complex step. */
    public static DerivativeCheck<double[], Double> fieldCheck(FieldMultivariateFunction f) {
        return DerivativeCheck.ofScalar(FieldEvaluation.real(f)).complexStep(ComplexSteps.of(f::value));
    }

    /** A check of a vector function that takes the elements of any field, with complex step. */
    public static DerivativeCheck<double[], double[]> fieldVectorCheck(FieldMultivariateVectorFunction f) {
        return DerivativeCheck.ofVector(FieldEvaluation.real(f)).complexStep(ComplexSteps.ofVector(f::value));
    }

    /** A check of a function of a number that takes the elements of any field, with complex step. */
    public static DerivativeCheck<Double, Double> fieldUnivariateCheck(FieldUnivariateFunction f) {
        return DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), FieldEvaluation.real(f))
                .complexStep(ComplexSteps.ofUnivariate(f::value));
    }

    /**
     * A check of a scalar function that takes complex numbers alone: f is its real part at real arguments, without a value where
     * the imaginary part does not vanish. Where there is a function of {@code double} as well, check that, and give this one as
     * its continuation: {@code .complexStep(ComplexSteps.of(f))}.
     */
    public static DerivativeCheck<double[], Double> complexCheck(CalculusFieldMultivariateFunction<Complex> f) {
        return DerivativeCheck.ofScalar(FieldEvaluation.realPart(f)).complexStep(ComplexSteps.of(f));
    }

    /** The same of a vector function. */
    public static DerivativeCheck<double[], double[]> complexVectorCheck(
            CalculusFieldMultivariateVectorFunction<Complex> f) {
        return DerivativeCheck.ofVector(FieldEvaluation.realPart(f)).complexStep(ComplexSteps.ofVector(f));
    }

    /** The same of a function of a number. */
    public static DerivativeCheck<Double, Double> complexUnivariateCheck(CalculusFieldUnivariateFunction<Complex> f) {
        return DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), FieldEvaluation.realPart(f))
                .complexStep(ComplexSteps.ofUnivariate(f));
    }
}
