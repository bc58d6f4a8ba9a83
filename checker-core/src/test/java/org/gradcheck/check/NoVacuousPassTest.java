package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertInconclusive;
import static org.gradcheck.check.GradientChecks.assertNeverConfirmed;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is confirmed because nothing was compared. */
class NoVacuousPassTest {

    private static final UnaryOperator<double[]> ZERO = x -> new double[x.length];

    private static CheckReport jvp(
            UnaryOperator<double[]> f, BiFunction<double[], double[], double[]> jvp, double... x) {
        return DerivativeCheck.ofVector(f).at(x).jvp(jvp).run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void derivativeThatIsNotFiniteIsRefuted(double value) {
        for (UnaryOperator<double[]> gradient :
                Arrays.<UnaryOperator<double[]>>asList(x -> new double[] {value, 1}, x -> new double[] {1, value})) {
            assertThat(GradientChecks.check(x -> Math.exp(x[0]) + x[1], gradient, new double[] {0, 2}, 1)
                            .verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Refuted.class,
                            verdict -> assertThat(verdict.reason()).isEqualTo(RefutationReason.NOT_FINITE));
        }
    }

    @Test
    void derivativeThatOverflowsWhenPairedIsNotConfirmed() {
        assertNeverConfirmed(x -> Math.exp(x[0]) + x[1], x -> new double[] {1.7e308, 1.7e308}, 1, 2);
    }

    @Test
    void zeroDerivativeOfAFunctionThatIsNotFlatIsRefuted() {
        assertRefuted(x -> Math.exp(x[0]), ZERO, 1);
        assertRefuted(x -> x[0] * x[1], ZERO, 1, 2);
        assertThat(jvp(double[]::clone, (x, v) -> new double[3], 0, 0, 0).isRefuted())
                .isTrue();
    }

    @Test
    void zeroDerivativeOfAConstantIsConfirmed() {
        assertConfirmed(x -> 3, ZERO, 1, 2);
        assertConfirmed(x -> 0, ZERO, 1, 2);
        assertConfirmed(x -> 3, ZERO, 0, 0);
    }

    @Test
    void anyOtherDerivativeOfAConstantIsRefuted() {
        assertRefuted(x -> 3, x -> new double[] {1e-9, 0}, 1, 2);
        assertRefuted(x -> 0, x -> new double[] {1e-12, 1e-12}, 1, 2);
    }

    @Test
    void slopeTooSmallForRoundingOfTermsThatCancelledIsNotConfirmed() {
        assertNeverConfirmed(x -> 0, x -> new double[] {1e-30, 1e-30}, 1, 2);
    }

    @Test
    void zeroDerivativeAtAStationaryPointIsConfirmed() {
        assertConfirmed(x -> x[0] * x[0] + 3 * x[1] * x[1], ZERO, 0, 0);
        assertConfirmed(x -> 1 + x[0] * x[0] + 3 * x[1] * x[1], ZERO, 0, 0);
        assertConfirmed(x -> Math.cos(x[0]), ZERO, 0);
        assertConfirmed(x -> x[0] * x[1], ZERO, 0, 0);
        assertConfirmed(x -> x[0] * x[0] * x[0], ZERO, 0);
        assertConfirmed(x -> Math.pow(x[0] - 1, 4), ZERO, 1);
        assertConfirmed(x -> x[0] == 0 ? 0 : Math.exp(-1 / (x[0] * x[0])), ZERO, 0);
        assertConfirmed(NoVacuousPassTest::rosenbrock, ZERO, 1, 1);
    }

    @Test
    void anyOtherDerivativeAtAStationaryPointIsRefuted() {
        assertRefuted(x -> (x[0] - 1) * (x[0] - 1), x -> new double[] {1e-4}, 1);
        assertRefuted(x -> Math.pow(x[0] - 1, 4), x -> new double[] {0.01}, 1);
        assertRefuted(NoVacuousPassTest::rosenbrock, x -> new double[] {0, 0.01}, 1, 1);
    }

    private static double rosenbrock(double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void functionWithoutAnyValueIsInconclusiveWhateverTheDerivative(double derivative) {
        assertInconclusive(InconclusiveReason.FUNCTION_FAILED, x -> Double.NaN, x -> new double[] {derivative}, 1);
        assertInconclusive(InconclusiveReason.FUNCTION_FAILED, x -> 1 / x[0], x -> new double[] {derivative}, 0);
    }

    @Test
    void functionWithoutValuesBesideThePointIsInconclusive() {
        for (double outside : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertInconclusive(InconclusiveReason.DOMAIN, x -> x[0] == 1 ? 2 : outside, ZERO, 1);
        }
    }

    @Test
    void pointThatIsNotFiniteIsNeverConfirmed() {
        assertNeverConfirmed(x -> x[0], x -> new double[] {1}, Double.NaN);
        assertNeverConfirmed(x -> x[0], x -> new double[] {1}, Double.POSITIVE_INFINITY);
        assertNeverConfirmed(x -> 1, ZERO, Double.NaN);
    }

    @Test
    void functionThatAnOffsetDrownsIsNotConfirmed() {
        ToDoubleFunction<double[]> drowned = x -> 1e17 + Math.sin(x[0]);

        assertNeverConfirmed(drowned, x -> new double[] {Math.cos(x[0])}, 1);
        assertNeverConfirmed(drowned, x -> new double[] {-Math.cos(x[0])}, 1);
    }

    @Test
    void functionOfPureNoiseIsNotConfirmed() {
        assertNeverConfirmed(GradientChecks::noise, ZERO, 1, 2);
        assertNeverConfirmed(GradientChecks::noise, x -> new double[] {1, 1}, 1, 2);
    }

    @Test
    void emptyDirectionIsNotConfirmed() {
        assertThat(along(0, 0).run().isInconclusive()).isTrue();
    }

    @Test
    void directionThatIsNotANumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> along(1, Double.NaN).run())
                .withMessage("a direction has finite coordinates, got NaN at index 1");
    }

    private static DerivativeCheck<double[], Double> along(double... direction) {
        return DerivativeCheck.ofScalar(x -> x[0] * x[1])
                .at(new double[] {1, 2})
                .along(direction)
                .gradient(x -> new double[] {x[1], x[0]});
    }

    @Test
    void pointWithoutCoordinatesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientChecks.check(x -> 1, ZERO, new double[0], 1))
                .withMessage("a space needs at least one dimension, got 0");
    }

    @Test
    void functionWithoutOutputsIsInconclusive() {
        assertInconclusive(jvp(x -> new double[0], (x, v) -> new double[0], 1), InconclusiveReason.FUNCTION_FAILED);
    }

    @Test
    void derivativeRightInOneOfTwoOutputsIsRefuted() {
        UnaryOperator<double[]> f = x -> new double[] {Math.sin(x[0]), Math.cos(x[0])};

        assertThat(jvp(f, (x, v) -> new double[] {Math.cos(x[0]) * v[0], -Math.sin(x[0]) * v[0]}, 1.1)
                        .isConfirmed())
                .isTrue();
        assertThat(jvp(f, (x, v) -> new double[] {Math.cos(x[0]) * v[0], Math.sin(x[0]) * v[0]}, 1.1)
                        .isRefuted())
                .isTrue();
        assertThat(jvp(f, (x, v) -> new double[] {Math.cos(x[0]) * v[0], 0}, 1.1)
                        .isRefuted())
                .isTrue();
        assertThat(DerivativeCheck.ofVector(f)
                        .at(new double[] {1.1})
                        .vjp((x, w) -> new double[] {Math.cos(x[0]) * w[0]})
                        .run()
                        .isRefuted())
                .isTrue();
    }

    @Test
    void smallOutputCountsBesideALargeOne() {
        UnaryOperator<double[]> f = x -> new double[] {Math.sin(x[0]), 1e-9 * Math.cos(x[0])};

        assertThat(jvp(f, (x, v) -> new double[] {Math.cos(x[0]) * v[0], 1e-9 * Math.sin(x[0]) * v[0]}, 1.1)
                        .isRefuted())
                .isTrue();
    }

    @Test
    void smallOutputCountsAmongMany() {
        double[] size = new double[20];
        Arrays.fill(size, 1);
        size[7] = 1e-9;
        UnaryOperator<double[]> f = x -> outputs(i -> size[i] * Math.sin(i * x[0]));
        BiFunction<double[], double[], double[]> right =
                (x, v) -> outputs(i -> size[i] * i * Math.cos(i * x[0]) * v[0]);

        assertThat(jvp(f, right, 1.1).isConfirmed()).isTrue();
        assertThat(jvp(
                                f,
                                (x, v) -> {
                                    double[] y = right.apply(x, v);
                                    y[7] *= 2;
                                    return y;
                                },
                                1.1)
                        .isRefuted())
                .isTrue();
    }

    private static double[] outputs(IntToDoubleFunction output) {
        return IntStream.range(0, 20).mapToDouble(output).toArray();
    }

    @Test
    void outputWithoutADerivativeStandsInTheWayOfConfirmation() {
        assertInconclusive(
                jvp(
                        x -> new double[] {Math.sin(x[0]), Math.abs(x[0] - 1.1)},
                        (x, v) -> new double[] {Math.cos(x[0]) * v[0], 0},
                        1.1),
                InconclusiveReason.NONSMOOTH);
        assertInconclusive(
                jvp(
                        x -> new double[] {Math.sin(x[0]), Math.cbrt(x[0] - 1.1)},
                        (x, v) -> new double[] {Math.cos(x[0]) * v[0], 0},
                        1.1),
                InconclusiveReason.NOT_CONVERGING);
        assertThat(jvp(
                                x -> new double[] {Math.sin(x[0]), x[0] == 1.1 ? 1 : Double.NaN},
                                (x, v) -> new double[] {Math.cos(x[0]) * v[0], 0},
                                1.1)
                        .isConfirmed())
                .isFalse();
    }

    @Test
    void jvpThatDoesNotLookAtItsTangentIsRefuted() {
        assertThat(jvp(x -> new double[] {x[0] * x[0]}, (x, v) -> new double[] {2 * x[0]}, 3)
                        .isRefuted())
                .isTrue();
        assertThat(jvp(
                                x -> new double[] {x[0] * x[1]},
                                (x, v) -> new double[] {(x[1] * v[0] + x[0] * v[1]) / Math.hypot(v[0], v[1])},
                                1,
                                2)
                        .isRefuted())
                .isTrue();
    }

    @Test
    void vjpThatDoesNotLookAtItsCotangentIsRefuted() {
        CheckReport report = DerivativeCheck.ofVector(x -> new double[] {x[0] * x[1]})
                .at(new double[] {1, 2})
                .jvp((x, v) -> new double[] {x[1] * v[0] + x[0] * v[1]})
                .vjp((x, w) -> new double[] {x[1], x[0]})
                .run();

        assertThat(report.isRefuted()).as(report.toString()).isTrue();
    }

    @Test
    void slopeThatIsDrownedByALargeOffsetIsNotConfirmed() {
        for (double offset : new double[] {1e13, 1e14, 1e15}) {
            assertNeverConfirmed(x -> offset + Math.sin(x[0]), x -> new double[] {-Math.cos(x[0])}, 1);
            assertNeverConfirmed(x -> offset + Math.sin(x[0]), x -> new double[] {3 * Math.cos(x[0])}, 1);
        }
    }

    @Test
    void oneJumpIsNoExcuseForAWrongDerivative() {
        for (double jump : new double[] {1e-2, 1e-3, 1e-4, 1e-6}) {
            for (double error : new double[] {5e-3, 1e-4, 1e-6}) {
                assertNeverConfirmed(
                        x -> Math.sin(x[0]) + (x[0] > 1.1 ? jump : 0),
                        x -> new double[] {(1 + error) * Math.cos(x[0])},
                        1);
            }
        }
    }

    @Test
    void evenCuspsHaveNoDerivativeThoughCentralQuotientsConverge() {
        assertNeverConfirmed(x -> Math.cbrt(x[0] * x[0]), x -> new double[] {0}, 0);
        assertNeverConfirmed(x -> Math.pow(Math.abs(x[0]), 0.9), x -> new double[] {0}, 0);
        assertNeverConfirmed(
                x -> Math.pow(Math.abs(x[0] - 1), 0.8) + Math.sin(x[0]), x -> new double[] {Math.cos(1)}, 1);
        assertNeverConfirmed(x -> x[0] == 0 ? 0 : Math.abs(x[0]) * Math.log(Math.abs(x[0])), x -> new double[] {0}, 0);
    }

    @Test
    void valueThatDoesNotBelongToItsNeighboursIsNotConfirmed() {
        assertNeverConfirmed(
                x -> x[0] == 1 ? Math.sin(1) + 1e-6 : Math.sin(x[0]), x -> new double[] {Math.cos(x[0])}, 1);
    }

    @Test
    void outputThatCannotBeResolvedIsNotConfirmedBesideOneThatCan() {
        CheckReport report = DerivativeCheck.ofVector(
                        x -> new double[] {Math.sin(x[0]), Math.exp(x[0]) + 0.3 * GradientChecks.noise(x)})
                .at(new double[] {1.1})
                .jvp((x, v) -> new double[] {Math.cos(x[0]) * v[0], -Math.exp(x[0]) * v[0]})
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isFalse();
    }
}
