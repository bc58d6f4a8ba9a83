package org.gradcheck.junit;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the guide about points and settings. */
@CheckSettings(directions = 3)
class PointExamplesTest {

    private final LogisticLoss loss = LogisticLoss.ofFourSamples();

    record Layer(DMatrixRMaj weights, double[] bias) {}

    @DerivativeTest
    void layer(
            @Point(sizes = {@Size(of = "weights", rows = 2, columns = 3), @Size(of = "bias", dimension = 2)})
                    Layer layer,
            GradientChecker check) {
        check.at(layer).thatScalar(Layers::energy).hasGradient(Layers::energyGradient);
    }

    @DerivativeTest
    void logDeterminant(@Point(rows = 3, columns = 3, structure = Structure.SPD) DMatrixRMaj a, GradientChecker check) {
        check.at(a).thatScalar(x -> Math.log(CommonOps_DDRM.det(x))).hasGradient(Layers::inverse);
    }

    @DerivativeTest
    void starts(@Point(values = {"0, 0, 0", "1, -1, 2"}) double[] w, GradientChecker check) {
        check.that(loss::value).hasGradient(loss::gradient);
    }

    static Stream<Arguments> activations() {
        return Stream.of(
                Arguments.of("sine", (DoubleUnaryOperator) Math::sin, (DoubleUnaryOperator) Math::cos),
                Arguments.of("exp", (DoubleUnaryOperator) Math::exp, (DoubleUnaryOperator) Math::exp));
    }

    @DerivativeTest
    @MethodSource("activations")
    void activation(
            String name,
            DoubleUnaryOperator f,
            DoubleUnaryOperator derivative,
            @Point double t,
            GradientChecker check) {
        check.thatUnivariate(f).hasDerivative(derivative);
    }

    @DerivativeTest(except = @At(0))
    void modulus(@Point(values = {"-2", "0", "0.5"}) double t, GradientChecker check) {
        check.thatUnivariate(Math::abs).hasDerivative(Math::signum);
    }

    @Test
    void ordinaryTest(GradientChecker check) {
        check.that(loss::value).at(new double[] {1, -1, 2}).hasGradient(loss::gradient);
    }

    static class ActivationsTest implements DifferentiableTests {

        @Differentiable
        DifferentiableFunction softplus() {
            return DifferentiableFunction.univariate(t -> Math.log1p(Math.exp(t)))
                    .derivative(t -> 1 / (1 + Math.exp(-t)));
        }

        @Differentiable(except = @At(0))
        DifferentiableFunction relu() {
            return DifferentiableFunction.univariate(t -> Math.max(t, 0)).derivative(t -> t > 0 ? 1.0 : 0.0);
        }

        @Differentiable
        List<DifferentiableFunction> losses() {
            LogisticLoss loss = LogisticLoss.ofFourSamples();
            return List.of(
                    DifferentiableFunction.scalar(3, loss::value)
                            .gradient(loss::gradient)
                            .named("logistic"),
                    DifferentiableFunction.vector(3, loss::margins)
                            .jvp(loss::marginsJvp)
                            .vjp(loss::marginsVjp)
                            .named("margins"));
        }
    }

    @Test
    void listedFunctionsPass() {
        Kit.run(ActivationsTest.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(35).succeeded(35));
    }

    /** The code under test. */
    static final class Layers {

        private Layers() {}

        static double energy(Layer layer) {
            double energy = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                    energy += layer.weights().get(i, j) * Math.cos(layer.bias()[i]);
                }
            }
            return energy;
        }

        static Layer energyGradient(Layer layer) {
            DMatrixRMaj weights = new DMatrixRMaj(2, 3);
            double[] bias = new double[2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                    weights.set(i, j, Math.cos(layer.bias()[i]));
                    bias[i] -= layer.weights().get(i, j) * Math.sin(layer.bias()[i]);
                }
            }
            return new Layer(weights, bias);
        }

        static DMatrixRMaj inverse(DMatrixRMaj a) {
            DMatrixRMaj inverse = new DMatrixRMaj(a.getNumRows(), a.getNumCols());
            CommonOps_DDRM.invert(a, inverse);
            return inverse;
        }
    }
}
