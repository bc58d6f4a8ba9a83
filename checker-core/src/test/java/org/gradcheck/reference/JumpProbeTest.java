package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class JumpProbeTest {

    private static final double NOISE = 0x1p-53;

    private static Line line(DoubleUnaryOperator f, double x) {
        GuardedFunction function = new GuardedFunction(p -> new double[] {f.applyAsDouble(p[0])});
        Neighbourhood around = new Neighbourhood(
                function,
                Spaces.vector(1),
                new double[] {x},
                new double[] {f.applyAsDouble(x)},
                Spaces.scalar(),
                Optional.empty(),
                false);
        return new Line(
                around, Direction.given(Spaces.vector(1), new double[] {x}, new double[] {x}), new SplittableRandom(1));
    }

    /** The probe at 1, along x itself; {@code slope} is the supplied derivative as a function of x. */
    private static Optional<Jump> search(DoubleUnaryOperator f, DoubleUnaryOperator slope, double discrepancy) {
        Line line = line(f, 1);
        double v = line.direction().tangent()[0];
        return new JumpProbe(line, 0, NOISE, t -> slope.applyAsDouble(1 + t * v) * v, 1000).search(discrepancy);
    }

    /** √x by Newton's iteration, stopped when two iterates agree to a tolerance. */
    private static double squareRoot(double x, double tolerance) {
        double y = 1.5;
        double change = 1;
        while (change > tolerance) {
            double next = (y + x / y) / 2;
            change = Math.abs(next - y);
            y = next;
        }
        return y;
    }

    @Test
    void iterationStoppedByAToleranceJumps() {
        assertThat(search(x -> squareRoot(x, 1e-3), x -> 0.5 / Math.sqrt(x), 1e-7))
                .isPresent();
    }

    @Test
    void jumpHasItsSize() {
        assertThat(search(x -> Math.exp(x) + (x > 1.1 ? 1e-5 : 0), Math::exp, 1e-5))
                .hasValueSatisfying(jump -> assertThat(jump.size(Math.E)).isBetween(0.9e-5, 1.1e-5));
    }

    @Test
    void jumpIsSeenBehindADrift() {
        assertThat(search(x -> Math.exp(x) + (x > 1.1 ? 1e-5 : 0), x -> 1.00001 * Math.exp(x), 2.7e-5))
                .hasValueSatisfying(jump -> assertThat(jump.size(Math.E)).isBetween(0.9e-5, 1.1e-5));
    }

    @Test
    void jumpsAreSeenThatAreDenseAndSmall() {
        assertThat(search(x -> x + 1e-3 * (x % 1e-3), x -> 1, 1e-3)).isPresent();
    }

    @Test
    void smoothFunctionWithAWrongDerivativeHasNone() {
        DoubleUnaryOperator f = x -> Math.exp(Math.sin(3 * x));
        DoubleUnaryOperator slope = x -> 3 * Math.cos(3 * x) * f.applyAsDouble(x);

        assertThat(search(f, x -> slope.applyAsDouble(x) + 1e-6, 1e-6)).isEmpty();
        assertThat(search(f, x -> slope.applyAsDouble(x) * (1 + 1e-3 * x), 3e-3))
                .isEmpty();
        assertThat(search(f, x -> slope.applyAsDouble(x) + 1e-4 * Math.sin(20 * x), 1e-4))
                .isEmpty();
    }

    @Test
    void kinkIsNoJump() {
        assertThat(search(x -> Math.abs(x - 1.03), x -> Math.signum(x - 1.03), 1e-6))
                .isEmpty();
        assertThat(search(x -> Math.max(x - 1 + 1e-5, 0), x -> x > 1 - 1e-5 ? 1 : 0, 1e-6))
                .isEmpty();
    }

    @Test
    void jumpThatIsMuchLargerThanTheDiscrepancyIsAnotherMatter() {
        assertThat(search(x -> x + (x > 1.1 ? 1 : 0), x -> 1, 1e-7)).isEmpty();
    }

    @Test
    void derivativeThatFailsElsewhereExplainsNothing() {
        assertThat(search(x -> squareRoot(x, 1e-3), x -> Double.NaN, 1e-7)).isEmpty();
    }
}
