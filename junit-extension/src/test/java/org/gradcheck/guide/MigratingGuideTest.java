package org.gradcheck.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradcheck.guide.Migrated.Gelu;
import org.gradcheck.guide.Migrated.Growth;
import org.gradcheck.guide.Migrated.Model;
import org.gradcheck.guide.Migrated.Rate;
import org.gradcheck.guide.Migrated.Rosenbrock;
import org.gradcheck.guide.Migrated.Softmax;
import org.gradcheck.junit.DerivativeTest;
import org.gradcheck.junit.Distribution;
import org.gradcheck.junit.GradientChecker;
import org.gradcheck.junit.InconclusiveOutcome;
import org.gradcheck.junit.Point;
import org.junit.jupiter.api.Test;

/** Each test that the guide replaces passes for the mistake that the guide names, and fails for a right derivative. */
class MigratingGuideTest {

    private final Model model = new Model(1e-5);
    private final Gelu gelu = new Gelu();
    private final Softmax softmax = new Softmax(1);
    private final Model ridge = new Model(0.1);
    private final Rate rate = new Rate();

    private static void assertFails(ThrowingCallable handRolled) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(handRolled);
    }

    @DerivativeTest
    void gradient(@Point(dimension = 3) double[] w, GradientChecker check) {
        check.that(model::value).hasGradient(model::gradient);
    }

    @Test
    void forwardDifferences() {
        Growth growth = new Growth();
        double[] x = {0.5, -1.5, 2};
        HandRolled.assertGradient(model::value, model::gradient, x);

        HandRolled.assertGradient(model::value, model::gradientWithoutPenalty, x);
        assertThatFunction(model::value).atRandomPoints(3, 3).hasWrongGradient(model::gradientWithoutPenalty);

        assertFails(() -> HandRolled.assertGradient(growth::value, growth::gradient, x));
        assertThatFunction(growth::value).at(x).hasGradient(growth::gradient);
    }

    @DerivativeTest
    void derivative(@Point double t, GradientChecker check) {
        check.that(gelu::value).hasDerivative(gelu::derivative);
    }

    @Test
    void centralDifferences() {
        double kilohertz = 2000 * Math.PI;
        HandRolled.assertDerivative(gelu::value, gelu::derivative, 0.7, 1e-2);

        HandRolled.assertDerivative(gelu::value, gelu::derivativeWithRoundedConstant, 0.7, 1e-2);
        assertThatFunction(gelu::value).at(0.7).hasWrongDerivative(gelu::derivativeWithRoundedConstant);

        assertFails(() -> HandRolled.assertDerivative(
                t -> Math.sin(kilohertz * t), t -> kilohertz * Math.cos(kilohertz * t), 0.7, 1e-2));
        assertThatUnivariateFunction(t -> Math.sin(kilohertz * t))
                .at(0.7)
                .hasDerivative(t -> kilohertz * Math.cos(kilohertz * t));
    }

    @DerivativeTest
    void forwardAndBackward(@Point(dimension = 3) double[] x, GradientChecker check) {
        check.that(softmax::value).hasJvp(softmax::jvp).hasVjp(softmax::vjp);
    }

    @Test
    void dotProducts() {
        Softmax large = new Softmax(1e6);
        double[] x = {0.5, -1.5, 2};
        HandRolled.assertAdjoint(softmax::jvp, softmax::vjp, x);

        HandRolled.assertAdjoint(softmax::jvpWithoutSum, softmax::vjpWithoutSum, x);
        assertThatFunction(softmax::value).at(x).hasWrongJvp(softmax::jvpWithoutSum);
        assertThatFunction(softmax::value).at(x).hasWrongVjp(softmax::vjpWithoutSum);

        assertFails(() -> HandRolled.assertAdjoint(large::jvp, large::vjp, x));
        assertThatFunction(large::value).at(x).hasJvp(large::jvp).hasVjp(large::vjp);
    }

    @DerivativeTest
    void hessian(@Point(dimension = 3) double[] w, GradientChecker check) {
        check.that(ridge::value).hasGradient(ridge::gradient).hasHessianRows(ridge::hessian);
    }

    @Test
    void differencesOfGradients() {
        Rosenbrock rosenbrock = new Rosenbrock();
        double[] w = {0.5, -1.5, 2};
        double[] start = {-1.2, 1};
        HandRolled.assertHessian(ridge::gradient, ridge::hessian, w);

        HandRolled.assertHessian(ridge::gradientWithoutPenalty, ridge::hessianWithoutPenalty, w);
        assertThatFunction(ridge::value).at(w).hasWrongGradient(ridge::gradientWithoutPenalty);
        assertThatFunction(ridge::value).at(w).hasWrongHessianRows(ridge::hessianWithoutPenalty);

        assertFails(() -> HandRolled.assertHessian(rosenbrock::gradient, rosenbrock::hessian, start));
        assertThatFunction(rosenbrock::value)
                .at(start)
                .hasGradient(rosenbrock::gradient)
                .hasHessianRows(rosenbrock::hessian);
    }

    @DerivativeTest(inconclusive = InconclusiveOutcome.FAIL)
    void byTemperature(
            @Point(distribution = Distribution.UNIFORM, low = 280, high = 350) double t, GradientChecker check) {
        check.that(rate::value).hasDerivative(rate::derivative);
    }

    @Test
    void stencils() {
        HandRolled.assertDerivativeByStencil(rate::value, rate::derivative, 300);

        HandRolled.assertDerivativeByStencil(rate::value, rate::derivativeWithWrongSign, 300);
        assertThatFunction(rate::value).at(300).hasWrongDerivative(rate::derivativeWithWrongSign);

        assertFails(() -> HandRolled.assertDerivativeByStencil(Math::log, t -> 1 / t, 0.01));
        assertThatUnivariateFunction(Math::log).at(0.01).hasDerivative(t -> 1 / t);
    }

    @Test
    void everyExampleIsPartOfACompiledTest() throws IOException {
        String source = Guide.source(MigratingGuideTest.class) + Guide.source(HandRolled.class);

        assertThat(Guide.of("migrating.md").blocks("java"))
                .hasSize(10)
                .allSatisfy(block -> assertThat(source).contains(block));
    }

    @Test
    void everyExampleInKotlinIsPartOfTheSampleProject() throws IOException {
        String source = Guide.unindented(
                Files.readString(Path.of("src/it/kotlin/src/test/kotlin/com/example/loss/MigratingTest.kt")));

        assertThat(Guide.of("migrating.md").blocks("kotlin"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(source).contains(block));
    }
}
