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
                new double[] {x},
                new double[] {f.applyAsDouble(x)},
                Spaces.scalar(),
                Optional.empty(),
                false);
        return new Line(around, Direction.given(new double[] {x}, new double[] {x}), new SplittableRandom(1));
    }

    private static Optional<Jump> search(DoubleUnaryOperator f, double discrepancy) {
        return new JumpProbe(line(f, 1), 0, NOISE).search(discrepancy);
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
        assertThat(search(x -> squareRoot(x, 1e-3), 1e-7)).isPresent();
    }

    @Test
    void jumpHasItsSize() {
        assertThat(search(x -> Math.exp(x) + (x > 1.1 ? 1e-5 : 0), 1e-5))
                .hasValueSatisfying(jump -> assertThat(jump.size(Math.E)).isBetween(0.5e-5, 2e-5));
    }

    @Test
    void smoothFunctionHasNone() {
        assertThat(search(x -> Math.exp(Math.sin(3 * x)), 1e-6)).isEmpty();
    }

    @Test
    void kinkIsNoJump() {
        assertThat(search(x -> Math.abs(x - 1.03), 1e-6)).isEmpty();
        assertThat(search(x -> Math.max(x - 1 + 1e-5, 0), 1e-6)).isEmpty();
    }

    @Test
    void jumpThatIsMuchLargerThanTheDiscrepancyIsAnotherMatter() {
        assertThat(search(x -> x + (x > 1.1 ? 1 : 0), 1e-7)).isEmpty();
    }
}
