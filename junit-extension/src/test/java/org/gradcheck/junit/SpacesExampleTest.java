package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** The examples of the section on spaces in the project's README. */
class SpacesExampleTest {

    /** As printed in the README, on one line there. */
    static final String DIAGNOSIS =
            "the supplied gradient is right in the convention INDEPENDENT, where each pair of off-diagonal entries is one"
                    + " parameter; paired with symmetric directions its off-diagonal entries must be halved";

    record Layer(DMatrixRMaj weights, double[] bias) {}

    /** One neuron with two inputs: tanh(w·x + b) at x = (2, −1). */
    private static final class Network {
        private static final double[] INPUT = {2, -1};

        static double loss(Layer layer) {
            DMatrixRMaj w = layer.weights();
            return Math.tanh(w.get(0, 0) * INPUT[0] + w.get(0, 1) * INPUT[1] + layer.bias()[0]);
        }

        static Layer gradient(Layer layer) {
            double slope = 1 - loss(layer) * loss(layer);
            return new Layer(new DMatrixRMaj(1, 2, true, slope * INPUT[0], slope * INPUT[1]), new double[] {slope});
        }
    }

    /** log det X of a symmetric 2×2 matrix. */
    private static final class LogDet {
        static double value(DMatrixRMaj x) {
            return Math.log(x.get(0, 0) * x.get(1, 1) - x.get(0, 1) * x.get(1, 0));
        }

        static DMatrixRMaj inverse(DMatrixRMaj x) {
            double det = Math.exp(value(x));
            return new DMatrixRMaj(
                    2, 2, true, x.get(1, 1) / det, -x.get(0, 1) / det, -x.get(1, 0) / det, x.get(0, 0) / det);
        }

        /** 2X⁻¹ − diag(X⁻¹). */
        static DMatrixRMaj textbook(DMatrixRMaj x) {
            DMatrixRMaj g = inverse(x);
            return new DMatrixRMaj(2, 2, true, g.get(0, 0), 2 * g.get(0, 1), 2 * g.get(1, 0), g.get(1, 1));
        }
    }

    private final DMatrixRMaj covariance = new DMatrixRMaj(new double[][] {{2, 0.5}, {0.5, 1}});

    @Test
    void recordOfWeightsAndBias() {
        Layer layer = new Layer(new DMatrixRMaj(1, 2, true, 0.3, -0.4), new double[] {0.1});

        Space<Layer> layers = Spaces.product(
                Spaces.part(Layer::weights, Spaces.matrix(1, 2)),
                Spaces.part(Layer::bias, Spaces.vector(1)),
                Layer::new);
        assertThatFunction(layers, Spaces.scalar(), Network::loss).at(layer).hasGradient(Network::gradient);
    }

    @Test
    void symmetricMatrices() {
        CheckReport report = DerivativeCheck.of(Spaces.symmetric(2), Spaces.scalar(), LogDet::value)
                .at(covariance)
                .gradient(LogDet::textbook) // 2X⁻¹ − diag(X⁻¹)
                .run();

        assertThat(report.isRefuted()).isTrue();
        assertThat(report.results().get(0).diagnosis())
                .extracting(Diagnosis::text)
                .containsExactly(DIAGNOSIS);
        assertThatFunction(Spaces.symmetric(2), Spaces.scalar(), LogDet::value)
                .at(covariance)
                .hasGradient(LogDet::inverse)
                .hasGradient(LogDet::textbook, GradientConvention.INDEPENDENT);
    }
}
