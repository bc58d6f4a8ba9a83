package org.gradcheck.diagnosis;

import java.util.List;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Numbers;

/**
 * The hypothesis that the supplied derivative is a constant multiple λ of the right one: D = λE along every direction,
 * within the reference's bounds. Zero and −1 have names of their own.
 */
public final class ConstantFactor {

    /** Residuals this many times the bounds still count as agreement. */
    private static final double WITHIN = 6;

    /** Relative distance at which a fitted factor is taken for a simple one. */
    private static final double SNAP = 1e-6;

    private static final double[] SIMPLE = {
        2, 0.5, 3, 1.0 / 3, 4, 0.25, 10, 0.1, 100, 0.01, 1000, 0.001, Math.PI, 1 / Math.PI, 180 / Math.PI, Math.PI / 180
    };

    private ConstantFactor() {}

    /**
     * The diagnosis, or none.
     *
     * @param evidence one entry a direction
     * @param dimension the number of coordinates of the point; in one dimension every wrong value is a multiple of the
     *     right one, so only simple factors are named
     */
    public static List<Diagnosis> diagnose(List<Evidence> evidence, int dimension) {
        if (evidence.isEmpty() || evidence.stream().anyMatch(e -> !Double.isFinite(e.bound()))) {
            return List.of();
        }
        if (evidence.stream().allMatch(e -> e.supplied() == 0)) {
            return List.of(new Diagnosis("zero", "the supplied derivative is zero, the reference is not"));
        }
        double factor = fit(evidence);
        if (!fits(evidence, factor)) {
            return List.of();
        }
        double simple = snap(factor);
        if (simple == -1) {
            return List.of(new Diagnosis("sign", "the supplied derivative has the opposite sign" + support(evidence)));
        }
        boolean named = simple != factor;
        if (!named && (dimension == 1 || evidence.size() < 2)) {
            return List.of();
        }
        return List.of(new Diagnosis(
                "factor",
                "the supplied derivative is " + Numbers.brief(simple) + " times the reference" + support(evidence)));
    }

    private static String support(List<Evidence> evidence) {
        return evidence.size() == 1
                ? " in the one direction tried"
                : ", the same in all " + evidence.size() + " directions";
    }

    /** Least squares with weights 1/B², so that the best resolved direction counts most. */
    private static double fit(List<Evidence> evidence) {
        double products = 0;
        double squares = 0;
        for (Evidence e : evidence) {
            double weight = 1 / Math.max(e.bound(), Double.MIN_NORMAL);
            double reference = e.reference() * weight;
            products += e.supplied() * weight * reference;
            squares += reference * reference;
        }
        return products / squares;
    }

    private static boolean fits(List<Evidence> evidence, double factor) {
        return Double.isFinite(factor)
                && evidence.stream()
                        .allMatch(e -> Math.abs(e.supplied() - factor * e.reference())
                                <= WITHIN * Math.max(1, Math.abs(factor)) * e.bound() + 1e-12 * Math.abs(e.supplied()));
    }

    private static double snap(double factor) {
        for (double simple : SIMPLE) {
            for (double candidate : new double[] {simple, -simple, 1, -1}) {
                if (candidate != 1 && Math.abs(factor - candidate) <= SNAP * Math.abs(candidate)) {
                    return candidate;
                }
            }
        }
        return factor;
    }
}
