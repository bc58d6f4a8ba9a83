package org.gradcheck.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** Pullbacks into arrays, derivatives of the output, elementwise ones. */
class PassesTest {

    private static final double[] X = {0.3, -0.8, 1.4};

    private static final UnaryOperator<double[]> TANH = Elementwise.of(Math::tanh);

    private static CheckReport vjp(BiFunction<double[], double[], double[]> pullback) {
        return DerivativeCheck.of(TANH).at(X).vjp(pullback).run();
    }

    private static void assertConfirmed(CheckReport report) {
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    private static void backward(double[] x, double[] w, double[] result, double keep) {
        for (int i = 0; i < x.length; i++) {
            double y = Math.tanh(x[i]);
            result[i] = (keep == 0 ? 0 : keep * result[i]) + (1 - y * y) * w[i];
        }
    }

    @Test
    void backwardPassThatFills() {
        assertConfirmed(vjp(Pullbacks.filling((x, w, result) -> backward(x, w, result, 0))));
        assertThat(vjp(Pullbacks.filling((x, w, result) -> backward(x, w, result, 1)))
                        .verdict()
                        .text())
                .startsWith("misuses the array it is handed: the vjp makes use of what is in the array");
    }

    @Test
    void backwardPassThatAccumulates() {
        assertConfirmed(vjp(Pullbacks.adding((x, w, result) -> backward(x, w, result, 1))));
        assertThat(vjp(Pullbacks.adding((x, w, result) -> backward(x, w, result, 0)))
                        .verdict())
                .isInstanceOfSatisfying(Verdict.Refuted.class, verdict -> {
                    assertThat(verdict.reason()).isEqualTo(RefutationReason.MISUSED_BUFFER);
                    assertThat(verdict.text())
                            .contains("the vjp overwrites the array that it is to add to: entry [0] of 3");
                });
    }

    @Test
    void derivativeThatTakesTheOutput() {
        DerivativeCheck<Double, Double> scalar = DerivativeCheck.of(
                        Spaces.scalar(), Spaces.scalar(), (Double x) -> Math.tanh(x))
                .at(0.7);

        assertConfirmed(scalar.gradient(Elementwise.ofOutput(Math::tanh, y -> 1 - y * y)::applyAsDouble)
                .run());
        assertThat(scalar.gradient(x -> 1 - x * x).run().isRefuted()).isTrue();
    }

    @Test
    void elementwiseDerivativesThatTakeTheOutput() {
        BiFunction<double[], double[], double[]> derivative =
                Elementwise.jvpOfOutput(TANH, Elementwise.of(y -> 1 - y * y));

        assertConfirmed(
                DerivativeCheck.of(TANH).at(X).jvp(derivative).vjp(derivative).run());
        assertThat(DerivativeCheck.of(TANH)
                        .at(X)
                        .jvp(Elementwise.jvp(Elementwise.of(y -> 1 - y * y))) // of the input
                        .run()
                        .results()
                        .get(0)
                        .diagnosis())
                .extracting(diagnosis -> diagnosis.kind())
                .contains("output-for-input");
    }

    @Test
    void backwardPassThatTakesTheOutput() {
        assertConfirmed(vjp(Pullbacks.ofOutput(TANH, (y, w) -> {
            double[] result = new double[w.length];
            for (int i = 0; i < w.length; i++) {
                result[i] = (1 - y[i] * y[i]) * w[i];
            }
            return result;
        })));
        assertThat(vjp(Pullbacks.ofOutput(TANH, (y, w) -> w)).isRefuted()).isTrue();
    }

    @Test
    void tooFewElementwiseDerivativesAreCounted() {
        assertThat(DerivativeCheck.of(TANH)
                        .at(X)
                        .jvp(Elementwise.jvp(x -> new double[2]))
                        .run()
                        .verdict()
                        .text())
                .isEqualTo(
                        "has the wrong shape: the jvp has 2 derivatives for 3 entries, where it is to have one each");
    }
}
