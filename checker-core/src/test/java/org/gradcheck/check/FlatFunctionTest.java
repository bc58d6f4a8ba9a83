package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points around which f is constant, though not far away it is not: the derivative is zero and nothing else. */
class FlatFunctionTest {

    private static final double[] TABLE = {1, 3, 2, 7, 5, 4, 9, 8};

    /** A function, and points on its flat pieces. */
    record Flat(String name, DoubleUnaryOperator f, double... points) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Flat> flats() {
        return Stream.of(
                new Flat("dead zone", x -> x - Math.max(-0.5, Math.min(0.5, x)), 0, 0.1, -0.4, 0.499),
                new Flat("hinge", x -> Math.max(0, x - 1), -3, 0.99, 0.999, 0.99999, 0.999999),
                new Flat("saturated clip", x -> Math.max(-1, Math.min(1, 5 * x)), 0.7, -0.21, 30),
                new Flat("saturated sigmoid", x -> 1 / (1 + Math.exp(-x)), 60),
                new Flat("saturated tanh", Math::tanh, -40, 40),
                new Flat("outside of a kernel", x -> Math.abs(x) < 1 ? Math.pow(1 - x * x, 2) : 0, 1.02, -1.05, 9),
                new Flat("outside of a bump", x -> Math.abs(x) < 1 ? Math.exp(-1 / (1 - x * x)) : 0, 1.1),
                new Flat("between the steps of a table", x -> TABLE[(int) Math.floor(x)], 2.5, 3.1, 4.9),
                new Flat("between the steps of a staircase", x -> Math.floor(x) / 2, 2.3, 7.7),
                new Flat("underflow", x -> Math.exp(-x * x), 40));
    }

    @ParameterizedTest
    @MethodSource("flats")
    void zeroIsConfirmed(Flat flat) {
        for (double point : flat.points()) {
            assertConfirmed(x -> flat.f().applyAsDouble(x[0]), x -> new double[1], point);
        }
    }

    @ParameterizedTest
    @MethodSource("flats")
    void anythingElseIsRefuted(Flat flat) {
        for (double point : flat.points()) {
            for (double derivative : new double[] {1, -2, 0.001}) {
                assertRefuted(x -> flat.f().applyAsDouble(x[0]), x -> new double[] {derivative}, point);
            }
        }
    }

    @Test
    void deadUnitsOfALayerAreFlatBesideLiveOnes() {
        DerivativeCheck<double[], double[]> layer = DerivativeCheck.ofVector(x ->
                        new double[] {Math.max(0, x[0]), Math.max(0, x[1]), Math.max(0, x[0] + x[1])})
                .at(new double[] {1, -2});

        assertThat(layer.jvp((x, v) -> new double[] {v[0], 0, 0}).run().isConfirmed())
                .isTrue();
        assertThat(layer.jvp((x, v) -> new double[] {v[0], 0.01 * v[1], 0})
                        .run()
                        .isRefuted())
                .isTrue();
    }

    @Test
    void zeroWithRespectToOneVariableOnlyIsNoObstacle() {
        assertConfirmed(x -> Math.max(0, x[0] - 2) + 1e-3 * x[1], x -> new double[] {0, 1e-3}, 1, 1);
        assertRefuted(x -> Math.max(0, x[0] - 2) + 1e-3 * x[1], x -> new double[] {1, 1e-3}, 1, 1);
    }
}
