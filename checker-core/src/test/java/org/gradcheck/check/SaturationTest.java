package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that are constant to their last place, and whose derivative is tiny but not zero. */
class SaturationTest {

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double sigmoidSlope(double x) {
        return 1 / (2 + 2 * Math.cosh(x));
    }

    private static CheckReport check(double x, double derivative) {
        return DerivativeCheck.ofScalar(p -> sigmoid(p[0]))
                .at(new double[] {x})
                .gradient(p -> new double[] {derivative})
                .run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 33, 35, 36, 36.5, 37, 40, 45})
    void slopeTooSmallToMoveASaturatedFunctionIsConfirmed(double x) {
        assertThat(check(x, sigmoidSlope(x)).isConfirmed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 100, 700})
    void slopeOfAFunctionThatNeverMovesIsNotRefuted(double x) {
        assertThat(check(x, sigmoidSlope(x)).isRefuted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 36.5, 40, 100})
    void slopeThatWouldMoveItIsRefuted(double x) {
        assertThat(check(x, 1e-3).isRefuted()).isTrue();
        assertThat(check(x, 1e-9).isRefuted()).isTrue();
    }

    @Test
    void functionConstantButForRoundingHasAZeroDerivative() {
        CheckReport report = DerivativeCheck.ofScalar(p -> Math.pow(Math.sin(p[0]), 2) + Math.pow(Math.cos(p[0]), 2))
                .at(new double[] {0.7})
                .gradient(p -> new double[1])
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void largeConstantOutputsDoNotDrownSmallOnes() {
        double[] x =
                IntStream.range(0, 10).mapToDouble(i -> Math.sin(3 * i + 1)).toArray();
        CheckReport right = checkSmallOutputs(x, 1);
        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(checkSmallOutputs(x, 1 + 1e-6).isRefuted()).isTrue();
    }

    private static CheckReport checkSmallOutputs(double[] x, double factor) {
        return DerivativeCheck.ofVector(p -> IntStream.range(0, 20)
                        .mapToDouble(i -> i < 10 ? 1e3 + i : 1e-4 * Math.sin(p[i - 10]))
                        .toArray())
                .at(x)
                .jacobian(p -> {
                    DMatrixRMaj jacobian = new DMatrixRMaj(20, 10);
                    IntStream.range(0, 10).forEach(i -> jacobian.set(10 + i, i, factor * 1e-4 * Math.cos(p[i])));
                    return jacobian;
                })
                .run();
    }
}
