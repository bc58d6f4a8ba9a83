package org.gradcheck.check;

import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertNeverConfirmed;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kink beside the point, and so beside a node of the search for jumps, excuses no mistake of its own size. */
class HingeBesidePointTest {

    /**
     * eˣ + s·max(0, x − h), looked at from x = 1.
     *
     * @param at where the hinge is
     * @param slope what it adds to the slope
     */
    record Hinge(double at, double slope) {
        ToDoubleFunction<double[]> function() {
            return x -> Math.exp(x[0]) + slope * Math.max(0, x[0] - at);
        }

        UnaryOperator<double[]> gradient() {
            return x -> new double[] {Math.exp(x[0]) + (x[0] > at ? slope : 0)};
        }

        /** The slope of the other side. */
        UnaryOperator<double[]> otherSide() {
            return x -> new double[] {Math.exp(x[0]) + (x[0] > at ? 0 : slope)};
        }

        UnaryOperator<double[]> halfWay() {
            return x -> new double[] {Math.exp(x[0]) + slope / 2};
        }
    }

    static Stream<Hinge> hinges() {
        return DoubleStream.of(0.999, 0.9999, 0.99999, 0.999999, 1.000001, 1.00001, 1.0001, 1.001)
                .boxed()
                .flatMap(at -> DoubleStream.of(1e-5, 1e-4, 1e-3, 1e-2, 1).mapToObj(slope -> new Hinge(at, slope)));
    }

    @ParameterizedTest
    @MethodSource("hinges")
    void slopeOfTheSideThatThePointLiesOnIsConfirmed(Hinge hinge) {
        assertConfirmed(hinge.function(), hinge.gradient(), 1);
    }

    @ParameterizedTest
    @MethodSource("hinges")
    void slopeOfTheOtherSideIsRefuted(Hinge hinge) {
        assertRefuted(hinge.function(), hinge.otherSide(), 1);
    }

    @ParameterizedTest
    @MethodSource("hinges")
    void slopeHalfWayBetweenTheSidesIsNotConfirmed(Hinge hinge) {
        assertNeverConfirmed(hinge.function(), hinge.halfWay(), 1);
    }
}
