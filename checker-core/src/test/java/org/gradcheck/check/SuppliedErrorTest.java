package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.noise;

import java.util.function.UnaryOperator;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.function.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppliedErrorTest {

    private static final double X = 0.7;

    private static SuppliedAlongALine along(UnaryOperator<double[]> gradient) {
        return SuppliedAlongALine.of(
                x -> new double[] {Math.exp(x[0])},
                new Gradient(gradient::apply, GradientConvention.RIESZ),
                new double[] {X},
                1);
    }

    private static double bound(UnaryOperator<double[]> gradient, Precision precision) {
        SuppliedAlongALine supplied = along(gradient);
        return supplied.error().bound(supplied.values()[0], precision);
    }

    private static double[] exp(double[] x) {
        return new double[] {Math.exp(x[0])};
    }

    @Test
    void smoothDerivativeIsOffByLastPlacesOnly() {
        assertThat(bound(SuppliedErrorTest::exp, Precision.DOUBLE)).isBetween(0x1p-52, 1e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-9, 1e-6})
    void scatterOfTheDerivativeIsMeasured(double size) {
        assertThat(bound(x -> new double[] {Math.exp(x[0]) * (1 + size * noise(x))}, Precision.DOUBLE))
                .isBetween(size / 10, 100 * size);
    }

    @Test
    void howTheDerivativeChangesIsNoScatter() {
        assertThat(bound(x -> new double[] {Math.sin(5 * x[0])}, Precision.DOUBLE))
                .isLessThan(1e-12);
    }

    @Test
    void precisionThatIsDeclaredCounts() {
        assertThat(bound(SuppliedErrorTest::exp, Precision.SINGLE)).isBetween(0x1p-22, 0x1p-19);
    }

    @Test
    void termsThatCancelLeaveTheirRounding() {
        SuppliedAlongALine supplied = SuppliedAlongALine.of(
                x -> new double[] {1e8 * (x[0] - x[1])},
                new Gradient(x -> new double[] {1e8, -1e8}, GradientConvention.RIESZ),
                new double[] {1, 2},
                1,
                1);

        assertThat(supplied.error().bound(0, Precision.DOUBLE)).isBetween(1e-8, 1e-6);
    }

    @Test
    void lastPlacesAreLeftWhereNeighboursCannotBeHad() {
        UnaryOperator<double[]> here = x -> {
            if (x[0] != X) {
                throw new IllegalStateException("known at one point only");
            }
            return new double[] {3};
        };

        assertThat(bound(here, Precision.DOUBLE)).isEqualTo(3 * 0x1p-50);
    }

    @Test
    void roundingOfAZeroIsAllOfIt() {
        SuppliedAlongALine rounding = along(x -> new double[] {1e-17 * noise(x)});

        assertThat(rounding.error().isAllOf(rounding.values()[0])).isTrue();
    }

    @Test
    void tinySlopeIsNotAllRounding() {
        SuppliedAlongALine tiny = along(x -> new double[] {1e-17 * Math.exp(x[0])});

        assertThat(tiny.error().isAllOf(tiny.values()[0])).isFalse();
    }

    @Test
    void valueWithoutNeighboursIsNotTakenForRounding() {
        SuppliedAlongALine alone = along(x -> new double[] {x[0] == X ? 1e-17 : Double.NaN});

        assertThat(alone.error().isAllOf(alone.values()[0])).isFalse();
    }
}
