package org.gradcheck.reference;

import java.util.Optional;

/**
 * A kink of g at t = 0: the one-sided derivatives differ. Then (g(t) + g(−t) − 2g(0))/t tends to their difference, where
 * for a smooth g it tends to zero.
 *
 * @param left the derivative from the left
 * @param right the derivative from the right
 */
public record Kink(double left, double right) {

    private static final double SIGNIFICANT = 16 * Math.sqrt(6);
    private static final double SMALLEST = 1e-6;
    private static final double AGREEING = 0.15;
    private static final double DISAGREEING = 0.25;
    private static final double NOT_SHRINKING = 0.7;
    private static final int STEPS = 3;
    private static final double OCTAVES = 8;

    /** The kink, if the finest significant steps agree on one. */
    static Optional<Kink> of(Samples samples, double floor, double derivative) {
        for (int i = samples.count() - 1; i >= STEPS - 1; i--) {
            double q = samples.second(i) / samples.step(i);
            if (Math.abs(q) > SIGNIFICANT * floor / samples.step(i) && Math.abs(q) > SMALLEST * Math.abs(derivative)) {
                return agrees(samples, i, q) && !contradicted(samples, i, q, floor)
                        ? Optional.of(new Kink(derivative - q / 2, derivative + q / 2))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the second differences over t do not shrink with t, nor settle as a kink's do: an even cusp such as |t|^⅔,
     * or a value at the point that does not belong to its neighbours. Central quotients do not see the value at the point,
     * and converge all the same.
     *
     * @param noise the standard deviation of a value of g beside the point
     */
    static boolean isCusp(Samples samples, double noise) {
        int finest = samples.count() - 1;
        while (finest >= STEPS && Math.abs(samples.second(finest)) <= SIGNIFICANT * noise) {
            finest--;
        }
        if (finest < STEPS) {
            return false;
        }
        double coarser = 0;
        for (int i = 0; i < finest; i++) {
            if (samples.exponents()[finest] - samples.exponents()[i] >= OCTAVES) {
                coarser = Math.max(coarser, Math.abs(samples.second(i) / samples.step(i)));
            }
        }
        double q = samples.second(finest) / samples.step(finest);
        return coarser > 0 && Math.abs(q) >= NOT_SHRINKING * coarser && !contradicted(samples, finest, q, noise);
    }

    /** Whether a value lies between the one-sided derivatives, give or take a slack. */
    public boolean encloses(double value, double slack) {
        return value >= Math.min(left, right) - slack && value <= Math.max(left, right) + slack;
    }

    /** The difference of the one-sided derivatives. */
    public double size() {
        return Math.abs(right - left);
    }

    private static boolean agrees(Samples samples, int finest, double q) {
        int i = finest;
        while (i > 0 && Math.abs(samples.second(i - 1) / samples.step(i - 1) - q) <= AGREEING * Math.abs(q)) {
            i--;
        }
        return finest - i + 1 >= STEPS && samples.exponents()[finest] - samples.exponents()[i] >= OCTAVES;
    }

    /** A finer step at which a kink of this size would stand well above the noise, and does not. */
    private static boolean contradicted(Samples samples, int i, double q, double floor) {
        for (int m = i + 1; m < samples.count(); m++) {
            double noise = Math.sqrt(6) * floor / samples.step(m);
            double qm = samples.second(m) / samples.step(m);
            if (noise < DISAGREEING / 4 * Math.abs(q) && Math.abs(qm - q) > DISAGREEING * Math.abs(q)) {
                return true;
            }
        }
        return false;
    }
}
