package org.gradcheck.diagnosis.cause;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.gradcheck.diagnosis.probe.Probe;

/**
 * A number λ fitted so that y = λ·z over some probes, by least squares with weights 1/B².
 *
 * @param value λ
 * @param slack how far it may be off
 */
record Fit(double value, double slack) {

    private static final double LAST_PLACE = 0x1p-53;

    /** Its square is still a number. */
    private static final double SMALLEST = 1e-150;

    /** The fit; empty where z is zero throughout or not finite. */
    static Optional<Fit> of(List<Probe> probes, ToDoubleFunction<Probe> y, ToDoubleFunction<Probe> z) {
        double products = 0;
        double squares = 0;
        for (Probe probe : probes) {
            double weight = 1 / Math.max(probe.bound(), Math.max(LAST_PLACE * Math.abs(probe.supplied()), SMALLEST));
            double weighted = z.applyAsDouble(probe) * weight;
            products += y.applyAsDouble(probe) * weight * weighted;
            squares += weighted * weighted;
        }
        double value = products / squares;
        return Double.isFinite(value) && squares > 0
                ? Optional.of(new Fit(value, 4 / Math.sqrt(squares)))
                : Optional.empty();
    }
}
