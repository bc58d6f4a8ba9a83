package org.gradcheck.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;

class StatefulModelTest {

    private static final double[] P = {1.5, -0.5};

    /** f = p₀²p₁, with everything in buffers of its own. */
    private static final class Model {
        private final double[] parameters = {9, 9};
        private final double[] gradient = new double[2];

        void setParameters(double[] p) {
            System.arraycopy(p, 0, parameters, 0, 2);
            gradient[0] = 2 * p[0] * p[1];
            gradient[1] = p[0] * p[0];
        }

        double[] getParameters() {
            return parameters;
        }

        double getValue() {
            return parameters[0] * parameters[0] * parameters[1];
        }

        double[] getGradient() {
            return gradient;
        }

        double[][] getJacobian() {
            return new double[][] {gradient};
        }

        double[] getOutputs() {
            return new double[] {getValue()};
        }

        double[] getHalfGradient() {
            return new double[] {gradient[0], gradient[1] / 2};
        }
    }

    private final Model model = new Model();

    @Test
    void valueAndGradientAreThoseOfTheParametersSetForTheCall() {
        StatefulModel functions = StatefulModel.of(model::setParameters);

        CheckReport report = DerivativeCheck.of(functions.value(model::getValue))
                .at(P)
                .gradient(functions.vector(model::getGradient))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void wrongGradientIsRefuted() {
        StatefulModel functions = StatefulModel.of(model::setParameters);

        assertThat(DerivativeCheck.of(functions.value(model::getValue))
                        .at(P)
                        .gradient(functions.vector(model::getHalfGradient))
                        .run()
                        .isRefuted())
                .isTrue();
    }

    @Test
    void jacobianOfVectorOutputs() {
        StatefulModel functions = StatefulModel.of(model::setParameters);

        assertThat(DerivativeCheck.of(functions.vector(model::getOutputs))
                        .at(P)
                        .jacobian(functions.matrix(model::getJacobian))
                        .run()
                        .isConfirmed())
                .isTrue();
    }

    @Test
    void arrayThatTheModelReusesIsCopiedAtOnce() {
        StatefulModel functions = StatefulModel.of(model::setParameters);

        double[] first = functions.vector(model::getGradient).apply(P);
        assertThat(functions.vector(model::getGradient).apply(new double[] {3, 4}))
                .containsExactly(24, 9);

        assertThat(first).containsExactly(-1.5, 2.25);
    }

    @Test
    void parametersAreRestoredWhereThatIsAskedFor() {
        StatefulModel functions = StatefulModel.of(model::setParameters).restoring(model::getParameters);

        assertThat(functions.vector(model::getGradient).apply(P)).containsExactly(-1.5, 2.25);
        assertThat(model.parameters).containsExactly(9, 9);
        assertThat(model.gradient).containsExactly(162, 81);

        assertThat(StatefulModel.of(model::setParameters).value(model::getValue).applyAsDouble(P))
                .isEqualTo(-1.125);
        assertThat(model.parameters).containsExactly(P);
    }
}
