package org.gradcheck.reference;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * How difference quotients grow that do not converge: as t⁻¹ where f jumps at the point, as a smaller power of t where its
 * slope is infinite. Noise grows as t⁻¹ too, but no two of its differences are alike.
 *
 * @param power α, where the quotients grow as t⁻ᵅ; 1 for a jump
 * @param change how much f changes over the finest step
 * @param finest the finest step seen
 */
public record Growth(double power, double change, double finest) {

    private static final int FEWEST = 4;
    private static final double OCTAVES = 12;

    /** Differences over a jump differ by what else f does over these steps. */
    private static final double ALIKE = 0.02;

    /** Local powers of t this near to each other are one power. */
    private static final double STEADY = 0.05;

    private static final double SMALLEST_POWER = 0.08;
    private static final double LARGEST_POWER = 0.92;

    /** The growth, if at least four of the finest steps, over twelve octaves, agree on it. */
    public static Optional<Growth> of(Samples samples) {
        int from = from(samples);
        if (from < 0) {
            return Optional.empty();
        }
        return jump(samples, from, i -> samples.plus()[i] - samples.minus()[i])
                .or(() -> jump(samples, from, i -> samples.plus()[i] - samples.center()))
                .or(() -> jump(samples, from, i -> samples.center() - samples.minus()[i]))
                .or(() -> power(samples, from));
    }

    /** Whether f jumps at the point. */
    public boolean isJump() {
        return power == 1;
    }

    /** The first of the finest steps that are asked; negative if there are too few. */
    private static int from(Samples samples) {
        int last = samples.count() - 1;
        int from = last - FEWEST + 1;
        while (from >= 0 && samples.exponents()[last] - samples.exponents()[from] < OCTAVES) {
            from--;
        }
        return from;
    }

    private static Optional<Growth> jump(Samples samples, int from, IntToDoubleFunction difference) {
        int last = samples.count() - 1;
        double finest = difference.applyAsDouble(last);
        for (int i = from; i <= last; i++) {
            if (!(Math.abs(difference.applyAsDouble(i) - finest) <= ALIKE * Math.abs(finest))) {
                return Optional.empty();
            }
        }
        return finest == 0 ? Optional.empty() : Optional.of(new Growth(1, Math.abs(finest), samples.step(last)));
    }

    private static Optional<Growth> power(Samples samples, int from) {
        int last = samples.count() - 1;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from + 1; i <= last; i++) {
            double octaves = samples.exponents()[i] - samples.exponents()[i - 1];
            double power = 1 + Math.log(change(samples, i) / change(samples, i - 1)) / Math.log(2) / octaves;
            least = Math.min(least, power);
            most = Math.max(most, power);
        }
        boolean steady = most - least <= STEADY && least >= SMALLEST_POWER && most <= LARGEST_POWER;
        return steady
                ? Optional.of(new Growth((least + most) / 2, change(samples, last), samples.step(last)))
                : Optional.empty();
    }

    private static double change(Samples samples, int i) {
        return Math.max(
                Math.abs(samples.plus()[i] - samples.center()), Math.abs(samples.minus()[i] - samples.center()));
    }
}
