package org.gradcheck.diagnosis;

import java.util.List;
import java.util.OptionalDouble;
import org.gradcheck.report.Numbers;

/** The hypothesis that pairs of numbers (D, E) have one factor λ: D = λE within the bounds on E. */
record FactorFit(List<Pair> pairs) {

    /** Residuals this many times the bounds still count as agreement. */
    private static final double WITHIN = 6;

    /** Relative distance at which a fitted factor is taken for a simple one. */
    private static final double SNAP = 1e-6;

    /** Nearer to 1 than this a factor is written with all its digits. */
    private static final double NEAR_ONE = 1e-3;

    private static final double[] SIMPLE = {
        2, 0.5, 3, 1.0 / 3, 4, 0.25, 10, 0.1, 100, 0.01, 1000, 0.001, Math.PI, 1 / Math.PI, 180 / Math.PI, Math.PI / 180
    };

    /**
     * One pair.
     *
     * @param supplied D
     * @param reference E
     * @param bound how far E may be off
     */
    record Pair(double supplied, double reference, double bound) {}

    /** Whether every D is zero. */
    boolean isZero() {
        return pairs.stream().allMatch(pair -> pair.supplied() == 0);
    }

    /**
     * The factor, if there is one.
     *
     * @param dimension in one dimension every wrong value is a multiple of the right one, so only simple factors count
     */
    OptionalDouble factor(int dimension) {
        double factor = fit();
        if (!fits(factor)) {
            return OptionalDouble.empty();
        }
        OptionalDouble simple = simple(factor);
        boolean isTelling = dimension > 1 && pairs.size() > 1;
        return simple.isPresent() || !isTelling ? simple : OptionalDouble.of(factor);
    }

    /** A factor in a message. */
    static String text(double factor) {
        return Math.abs(Math.abs(factor) - 1) < NEAR_ONE ? Numbers.value(factor) : Numbers.brief(factor);
    }

    /** Least squares with weights 1/B², so that the best resolved direction counts most. */
    private double fit() {
        double products = 0;
        double squares = 0;
        for (Pair pair : pairs) {
            double weight = 1 / Math.max(pair.bound(), Double.MIN_NORMAL);
            double reference = pair.reference() * weight;
            products += pair.supplied() * weight * reference;
            squares += reference * reference;
        }
        return products / squares;
    }

    private boolean fits(double factor) {
        return Double.isFinite(factor)
                && pairs.stream()
                        .allMatch(pair -> Math.abs(pair.supplied() - factor * pair.reference())
                                <= WITHIN * Math.max(1, Math.abs(factor)) * pair.bound()
                                        + 1e-12 * Math.abs(pair.supplied()));
    }

    /** The simple factor that one is up to rounding, exactly that one included. */
    private static OptionalDouble simple(double factor) {
        for (double simple : SIMPLE) {
            for (double candidate : new double[] {simple, -simple, -1}) {
                if (Math.abs(factor - candidate) <= SNAP * Math.abs(candidate)) {
                    return OptionalDouble.of(candidate);
                }
            }
        }
        return OptionalDouble.empty();
    }
}
