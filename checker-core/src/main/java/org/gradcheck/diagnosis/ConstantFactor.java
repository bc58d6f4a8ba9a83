package org.gradcheck.diagnosis;

import java.util.List;
import java.util.OptionalDouble;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.IdentityEvidence;

/**
 * The hypothesis that a supplied derivative is a constant multiple λ of what it should be: D = λE along every direction,
 * within the bounds. Zero and −1 have names of their own.
 */
public final class ConstantFactor {

    private ConstantFactor() {}

    /**
     * Of a derivative and its reference: the diagnosis, or none.
     *
     * @param evidence one entry a direction
     * @param dimension the number of coordinates of the point; in one dimension every wrong value is a multiple of the
     *     right one, so only simple factors are named
     */
    public static List<Diagnosis> diagnose(List<Evidence> evidence, int dimension) {
        return diagnose(
                evidence.stream()
                        .map(e -> new FactorFit.Pair(e.supplied(), e.reference(), e.bound()))
                        .toList(),
                dimension,
                new Words("the supplied derivative", "the reference", "", "directions"));
    }

    /**
     * Of two supplied operators: "the VJP is 2 times the adjoint of the JVP".
     *
     * @param evidence one entry a trial; the right sides are taken for a multiple of the left ones
     * @param dimension as above
     * @param multiple what the right sides belong to, with its article
     * @param measure what the left sides belong to, with its article
     */
    public static List<Diagnosis> between(
            List<IdentityEvidence> evidence, int dimension, String multiple, String measure) {
        return diagnose(
                evidence.stream()
                        .map(e -> new FactorFit.Pair(e.rightValue(), e.leftValue(), e.allowed()))
                        .toList(),
                dimension,
                new Words(multiple, measure, " of " + measure, "pairs"));
    }

    private record Words(String multiple, String measure, String ofMeasure, String trials) {
        String support(int count) {
            return count == 1
                    ? " in the one " + trials.substring(0, trials.length() - 1) + " tried"
                    : ", the same in all " + count + " " + trials;
        }
    }

    private static List<Diagnosis> diagnose(List<FactorFit.Pair> pairs, int dimension, Words words) {
        if (pairs.isEmpty() || pairs.stream().anyMatch(pair -> !Double.isFinite(pair.bound()))) {
            return List.of();
        }
        FactorFit fit = new FactorFit(pairs);
        if (fit.isZero()) {
            return List.of(new Diagnosis("zero", words.multiple() + " is zero, " + words.measure() + " is not"));
        }
        OptionalDouble factor = fit.factor(dimension);
        if (factor.isEmpty()) {
            return List.of();
        }
        double value = factor.getAsDouble();
        return List.of(
                value == -1
                        ? new Diagnosis(
                                "sign",
                                words.multiple() + " has the opposite sign" + words.ofMeasure()
                                        + words.support(pairs.size()))
                        : new Diagnosis(
                                "factor",
                                words.multiple() + " is " + FactorFit.text(value) + " times " + words.measure()
                                        + words.support(pairs.size())));
    }
}
