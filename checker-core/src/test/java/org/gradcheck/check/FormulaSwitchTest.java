package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertInconclusive;
import static org.gradcheck.check.GradientChecks.assertNeverRefuted;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gradcheck.report.InconclusiveReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that switch their formula near the point: patches where a quotient would be 0/0 or digits cancel. */
class FormulaSwitchTest {

    /** A function that is constant within a distance of x, with the derivative of the formula around. */
    record Patched(String name, DoubleUnaryOperator formula, double patch, double x, double derivative) {
        ToDoubleFunction<double[]> within(double distance) {
            return p -> Math.abs(p[0] - x) < distance ? patch : formula.applyAsDouble(p[0]);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Patched> patched() {
        return Stream.of(
                new Patched("(eˣ−1)/x at 0", x -> Math.expm1(x) / x, 1, 0, 0.5),
                new Patched("log(1+x)/x at 0", x -> Math.log1p(x) / x, 1, 0, -0.5),
                new Patched("(x²−1)·3 at 1", x -> 3 * (x * x - 1), 0, 1, 6),
                new Patched(
                        "price of an option at the money",
                        x -> 0.4 + 0.6 * (x - 1) + 0.1 * (x - 1) * (x - 1),
                        0.4,
                        1,
                        0.6));
    }

    @ParameterizedTest
    @MethodSource("patched")
    void patchTooSmallToMatterIsNotSeen(Patched f) {
        for (double distance : new double[] {1e-9, 1e-10}) {
            assertConfirmed(f.within(distance), x -> new double[] {f.derivative()}, f.x());
        }
    }

    @ParameterizedTest
    @MethodSource("patched")
    void derivativeOfTheFormulaAroundAPatchIsNotRefuted(Patched f) {
        for (double distance : new double[] {1e-4, 1e-5, 1e-6, 1e-7, 1e-8}) {
            assertNeverRefuted(f.within(distance), x -> new double[] {f.derivative()}, f.x());
        }
    }

    @ParameterizedTest
    @MethodSource("patched")
    void bothRegimesAreNamed(Patched f) {
        assertInconclusive(InconclusiveReason.TWO_REGIMES, f.within(1e-5), x -> new double[] {f.derivative()}, f.x());
        assertThat(GradientChecks.check(f.within(1e-5), x -> new double[] {f.derivative()}, new double[] {f.x()}, 1)
                        .verdict()
                        .text())
                .startsWith("two regimes: the supplied ")
                .contains(" agrees with steps down to ")
                .contains("finer steps lead to 0;");
    }

    @ParameterizedTest
    @MethodSource("patched")
    void derivativeOfNeitherFormulaIsRefuted(Patched f) {
        for (double distance : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
            assertRefuted(f.within(distance), x -> new double[] {1.4 * f.derivative()}, f.x());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-8, 1e-4, 1e-2})
    void patchThatContinuesTheFormulaChangesNothing(double distance) {
        ToDoubleFunction<double[]> sinc = x -> Math.abs(x[0]) <= distance ? 1 : Math.sin(x[0]) / x[0];

        assertConfirmed(sinc, x -> new double[1], 0);
        assertRefuted(sinc, x -> new double[] {0.5}, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 1e-10})
    void patchWithTheSameSlopeChangesNothing(double distance) {
        ToDoubleFunction<double[]> log = x -> Math.abs(x[0]) < distance ? x[0] : Math.log1p(x[0]);

        assertConfirmed(log, x -> new double[] {1}, 0);
        assertRefuted(log, x -> new double[] {2}, 0);
    }

    @Test
    void derivativeOfThePatchItselfIsRightWhereThePatchIsWide() {
        for (double distance : new double[] {1e-4, 1e-6, 1e-7}) {
            ToDoubleFunction<double[]> f =
                    x -> Math.abs(x[0] - 1) < distance ? 0.4 + 0.2 * (x[0] - 1) : 0.4 + 0.6 * (x[0] - 1);

            assertConfirmed(f, x -> new double[] {0.2}, 1);
        }
    }

    @Test
    void wrongValueAtTheSingularPointIsNoDerivative() {
        assertInconclusive(
                InconclusiveReason.NOT_CONVERGING, x -> x[0] == 0 ? 0 : Math.sin(x[0]) / x[0], x -> new double[1], 0);
    }
}
