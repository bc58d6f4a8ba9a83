package org.gradcheck.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradcheck.adapt.Gradients;
import org.gradcheck.commonsmath.CommonsMath;
import org.gradcheck.commonsmath.CommonsMathDerivatives;
import org.gradcheck.ddogleg.DDogleg;
import org.gradcheck.guide.LibraryCode.Cached;
import org.gradcheck.guide.LibraryCode.Cost;
import org.gradcheck.guide.LibraryCode.CostGradient;
import org.gradcheck.guide.LibraryCode.DiffFunction;
import org.gradcheck.guide.LibraryCode.Quartic;
import org.gradcheck.guide.LibraryCode.Residuals;
import org.gradcheck.guide.LibraryCode.ResidualsJacobian;
import org.gradcheck.guide.LibraryCode.Rosenbrock;
import org.gradcheck.guide.LibraryCode.Softplus;
import org.gradcheck.guide.LibraryCode.Spiral;
import org.gradcheck.hipparchus.ComplexSteps;
import org.gradcheck.hipparchus.Hipparchus;
import org.gradcheck.hipparchus.HipparchusDerivatives;
import org.gradcheck.hipparchus.HipparchusOptim;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;
import smile.math.DifferentiableMultivariateFunction;

/** The guide to adapters for libraries shows nothing that does not compile and pass. */
class LibrariesGuideTest {

    private final double[] x = {-0.7, 1.3};
    private final double[] p = {0.4, -1.2};
    private final double[] w = {0.5, -1.5, 2};

    private static String messageOf(ThrowingCallable failing) {
        return String.valueOf(catchThrowable(failing).getMessage());
    }

    @Test
    void hipparchus() {
        double[] t = {1.7};

        assertThatFunction(Hipparchus.fieldCheck(Rosenbrock::value)).at(x).hasGradient(Rosenbrock::gradient);
        assertThatFunction(Hipparchus.fieldVectorCheck(Spiral::position)).at(t).hasJacobianRows(Spiral::velocity);

        assertThatFunction(Rosenbrock::realValue)
                .withComplexStep(ComplexSteps.of(Rosenbrock::value))
                .at(x)
                .hasGradient(Rosenbrock::gradient);
    }

    @Test
    void interfacesOfHipparchus() {
        org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction model = q -> new Pair<>(
                new ArrayRealVector(new double[] {Math.exp(q.getEntry(0)) * q.getEntry(1)}),
                new Array2DRowRealMatrix(new double[][] {
                    {Math.exp(q.getEntry(0)) * q.getEntry(1), Math.exp(q.getEntry(0))}
                }));
        org.hipparchus.analysis.MultivariateFunction f = Rosenbrock::realValue;
        org.hipparchus.analysis.MultivariateVectorFunction g = Rosenbrock::gradient;
        Softplus softplus = new Softplus();

        assertThatFunction(HipparchusOptim.check(model)).at(p).hasJacobian(HipparchusOptim.jacobian(model));
        assertThatFunction(Hipparchus.check(f)).at(x).hasGradient(HipparchusDerivatives.gradient(g));
        assertThatUnivariateFunction(Hipparchus.check(softplus))
                .at(0.3)
                .hasDerivative(HipparchusDerivatives.derivative(softplus));
    }

    @Test
    void commonsMath() {
        org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction model =
                q -> new org.apache.commons.math3.util.Pair<>(
                        new org.apache.commons.math3.linear.ArrayRealVector(
                                new double[] {Math.exp(q.getEntry(0)) * q.getEntry(1)}),
                        new org.apache.commons.math3.linear.Array2DRowRealMatrix(new double[][] {
                            {Math.exp(q.getEntry(0)) * q.getEntry(1), Math.exp(q.getEntry(0))}
                        }));
        org.apache.commons.math3.analysis.MultivariateFunction f = Rosenbrock::realValue;
        org.apache.commons.math3.analysis.MultivariateVectorFunction g = Rosenbrock::gradient;

        assertThatFunction(CommonsMath.check(model)).at(p).hasJacobian(CommonsMathDerivatives.jacobian(model));
        assertThatFunction(CommonsMath.check(f)).at(x).hasGradient(CommonsMathDerivatives.gradient(g));
    }

    @Test
    void ddogleg() {
        Residuals residuals = new Residuals();
        ResidualsJacobian jacobian = new ResidualsJacobian();
        Cost cost = new Cost();
        CostGradient gradient = new CostGradient();

        assertThatFunction(DDogleg.check(residuals)).at(p).hasJacobian(DDogleg.jacobian(jacobian));
        assertThatFunction(DDogleg.check(cost)).at(p).hasGradient(DDogleg.gradient(gradient));
    }

    @Test
    void smile() {
        DifferentiableMultivariateFunction loss = new Quartic(3);
        DifferentiableMultivariateFunction unfinished = new Quartic(2);

        assertThatScalarFunction(loss::f).at(w).hasValueAndGradient(Gradients.fillingWithValue(loss::f));

        assertThat(messageOf(() -> assertThatScalarFunction(unfinished::f)
                        .at(w)
                        .hasValueAndGradient(Gradients.fillingWithValue(unfinished::f))))
                .contains(
                        "gradient: REFUTED, misuses the array it is handed: the gradient left entry [2] of 3 unset in the"
                                + " array that it is handed to fill\n");
    }

    @Test
    void valueAndDerivativeAtAPoint() {
        DiffFunction objective = new Cached(1);
        DiffFunction wrong = new Cached(2);
        double[] w = x;

        assertThatFunction(objective::valueAt).at(w).hasGradient(objective::derivativeAt);

        assertThat(messageOf(() -> assertThatFunction(wrong::valueAt).at(w).hasGradient(wrong::derivativeAt)))
                .contains("  where        wrong in [1] alone, 324 instead of 162; the other entry agrees\n")
                .contains("  diagnosis    the supplied derivative is 2 times the reference in [1]\n");
    }

    @Test
    void everyExampleIsPartOfThisTest() throws IOException {
        String source = Guide.source(LibrariesGuideTest.class);

        assertThat(Guide.of("libraries.md").blocks("java"))
                .hasSize(7)
                .allSatisfy(block -> assertThat(source).contains(block));
    }
}
