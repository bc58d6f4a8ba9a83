package org.gradcheck.reference;

import java.util.function.IntToDoubleFunction;
import org.gradcheck.function.Precision;

/**
 * The size against which an error of a directional derivative is small or large: the derivative itself, or, where that
 * vanishes, the steepest secant over the region looked at. Without the second a stationary point could never be
 * confirmed, and with an absolute size the verdict would change with the units of f.
 */
final class NaturalScale {

    private static final double RESOLVED = 1e-6;
    private static final double SIGNIFICANT = 4;
    private static final double LAST_PLACES = 16;

    private NaturalScale() {}

    static double of(Samples samples, WindowSelection selection, double supplied) {
        double scale = derivatives(selection, supplied);
        if (selection.bound() <= RESOLVED * scale) {
            return scale;
        }
        if (isConstantButForRounding(samples, selection, supplied)) {
            return Math.max(scale, samples.magnitude());
        }
        return Math.max(
                scale,
                steepestSecant(
                        samples,
                        selection,
                        i -> Math.max(
                                Math.abs(samples.plus()[i] - samples.center()),
                                Math.abs(samples.minus()[i] - samples.center()))));
    }

    /**
     * Whether g is constant over all steps up to its last places, and the supplied value is zero: then
     * g's own size is what a change over a step would be compared with. A slope that is merely too small to be seen beside
     * a large offset is not.
     */
    private static boolean isConstantButForRounding(Samples samples, WindowSelection selection, double supplied) {
        double rounding = LAST_PLACES * Precision.ULP * samples.magnitude();
        for (int i = 0; i < samples.count(); i++) {
            if (Math.abs(samples.plus()[i] - samples.center()) > rounding
                    || Math.abs(samples.minus()[i] - samples.center()) > rounding) {
                return false;
            }
        }
        return supplied == 0 && Math.abs(supplied - selection.window().value()) <= SIGNIFICANT * selection.bound();
    }

    /** The same from one side, where curvature is among the errors of the quotients. */
    static double of(HalfLine samples, WindowSelection selection, double supplied) {
        double scale = derivatives(selection, supplied);
        return selection.bound() <= RESOLVED * scale
                ? scale
                : Math.max(
                        scale,
                        steepestSecant(samples, selection, i -> Math.abs(samples.values()[i] - samples.center())));
    }

    private static double derivatives(WindowSelection selection, double supplied) {
        return Math.max(Math.abs(selection.window().value()), Math.abs(supplied));
    }

    /** How steep f gets over the coarse steps, where that is above the noise. */
    private static double steepestSecant(Quotients samples, WindowSelection selection, IntToDoubleFunction changeAt) {
        double steepest = 0;
        for (int i = 0; i <= selection.window().fine(); i++) {
            double change = changeAt.applyAsDouble(i);
            if (change > SIGNIFICANT * SIGNIFICANT * selection.noise()) {
                steepest = Math.max(steepest, change / samples.step(i));
            }
        }
        return steepest;
    }
}
