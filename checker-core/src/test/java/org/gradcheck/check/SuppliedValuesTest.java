package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.noise;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.Jvp;
import org.junit.jupiter.api.Test;

class SuppliedValuesTest {

    private static SuppliedAlongALine along(UnaryOperator<double[]> gradient) {
        return SuppliedAlongALine.of(
                x -> new double[] {1}, new Gradient(gradient::apply, GradientConvention.RIESZ), new double[] {0.7}, 1);
    }

    @Test
    void roundingOfAZeroIsMeantAsZero() {
        SuppliedAlongALine supplied = along(x -> new double[] {1e-17 * noise(x)});
        SuppliedValues values = supplied.suppliedValues();

        assertThat(values.values()).containsExactly(supplied.values()).doesNotContain(0);
        assertThat(values.meant()).containsExactly(0);
    }

    @Test
    void smallSlopeIsMeantAsItIs() {
        SuppliedValues values = along(x -> new double[] {1e-17 * x[0]}).suppliedValues();

        assertThat(values.meant()).containsExactly(values.values()).doesNotContain(0);
    }

    @Test
    void valueThatMovesTheFunctionIsMeantAsItIsAndNotAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        SuppliedAlongALine supplied = along(x -> {
            calls.incrementAndGet();
            return new double[] {1e-12 * noise(x)};
        });
        double[] values = supplied.values();
        int before = calls.get();

        SuppliedValues on = SuppliedValues.on(supplied.line(), supplied.subject(), supplied.derivative(), values);

        assertThat(on.meant()).containsExactly(values);
        assertThat(calls).hasValue(before);
    }

    @Test
    void zeroStaysZero() {
        assertThat(along(x -> new double[1]).suppliedValues().meant()).containsExactly(0);
    }

    @Test
    void eachReadOutIsJudgedByItself() {
        SuppliedValues values = SuppliedAlongALine.of(
                        x -> new double[] {1, x[0] * x[0], 1},
                        new Jvp((x, v) -> new double[] {1e-17 * noise(x) * v[0], 2 * x[0] * v[0], 1e-17 * x[0] * v[0]}),
                        new double[] {0.7},
                        1)
                .suppliedValues();

        assertThat(values.meant()[0]).isZero();
        assertThat(values.values()[0]).isNotZero();
        assertThat(values.meant()[1]).isEqualTo(values.values()[1]).isNotZero();
        assertThat(values.meant()[2]).isEqualTo(values.values()[2]).isNotZero();
    }
}
