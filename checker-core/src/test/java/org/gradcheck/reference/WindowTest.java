package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    private static final int[] STEPS = {1, 2, 3, 4, 6, 7, 8};
    private static final int TRIALS = 20_000;

    /** An odd polynomial of degree 2m − 1 with slope 2 at 0; its central quotients are even, of degree 2(m − 1). */
    private static double odd(double t, int terms) {
        double sum = 0;
        double power = t;
        for (int j = 0; j < terms; j++) {
            sum += (2 - 0.3 * j) * power;
            power *= t * t;
        }
        return sum;
    }

    private static Window whole(Quotients quotients) {
        return Window.of(quotients, 0, quotients.count() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void asManyStepsAsTermsAreExact(int m) {
        int[] steps = Arrays.copyOf(STEPS, m);

        assertThat(whole(TestSamples.of(t -> odd(t, m), steps)).value()).isCloseTo(2, within(1e-12));
        assertThat(whole(TestSamples.of(t -> 5 + t * t + odd(t, m), steps)).value())
                .isCloseTo(2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void oneMoreTermIsNotExactAndIsWithinTheTruncation(int m) {
        Window window = whole(TestSamples.of(t -> odd(t, m + 1), Arrays.copyOf(STEPS, m)));
        double error = Math.abs(window.value() - 2);

        assertThat(error).isGreaterThan(1e-9);
        assertThat(window.truncation()).isGreaterThanOrEqualTo(error);
    }

    @Test
    void weightsSumToOne() {
        assertThat(Arrays.stream(whole(TestSamples.of(Math::sin, 3, 5, 7, 9)).weights())
                        .sum())
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void amplificationIsTheDeviationThatNoiseOfDeviationOneGivesTheValue() {
        for (int[] steps : new int[][] {{3, 5}, {3, 5, 7, 9}, {2, 3, 4, 5, 6}}) {
            SplittableRandom random = new SplittableRandom(1);
            double measured = deviation(() -> TestSamples.of(t -> random.nextGaussian(), steps));

            assertThat(measured / plainAmplification(TestSamples.of(t -> 0, steps)))
                    .isCloseTo(1, within(0.03));
        }
    }

    @Test
    void amplificationFromOneSideCountsTheSharedValueOnce() {
        for (int[] steps : new int[][] {{3, 5}, {3, 5, 7, 9}}) {
            SplittableRandom random = new SplittableRandom(1);
            double measured = deviation(() -> TestSamples.half(t -> random.nextGaussian(), 1, steps));

            assertThat(measured / plainAmplification(TestSamples.half(t -> 0, 1, steps)))
                    .isCloseTo(1, within(0.03));
        }
    }

    private static double plainAmplification(Quotients zero) {
        return whole(zero).amplification();
    }

    private static double deviation(Supplier<Quotients> noise) {
        double squares = 0;
        for (int i = 0; i < TRIALS; i++) {
            double value = whole(noise.get()).value();
            squares += value * value;
        }
        return Math.sqrt(squares / TRIALS);
    }

    @Test
    void amplificationGrowsWhereTheFunctionIsMuchLargerAtTheCoarseSteps() {
        DoubleUnaryOperator steep = t -> 1 + 1e6 * t * t * t * t;
        int[] steps = {1, 3, 16, 18, 20, 22};

        assertThat(Window.of(TestSamples.of(steep, steps), 0, 1).amplification())
                .isGreaterThan(
                        1e3 * Window.of(TestSamples.of(t -> 1, steps), 0, 1).amplification());
    }

    @Test
    void boundIsTruncationAndFourTimesTheNoise() {
        Window window = whole(TestSamples.of(Math::sin, 3, 5, 7));

        assertThat(window.bound(0)).isEqualTo(window.truncation());
        assertThat(window.bound(1e-6)).isEqualTo(window.truncation() + 4e-6 * window.amplification());
    }
}
