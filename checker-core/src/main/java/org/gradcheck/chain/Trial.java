package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gradcheck.report.Diagnosis;

/**
 * What the user's derivative of the whole gives for one random argument, and what the stages would give.
 *
 * @param observed the user's
 * @param composed the stages' for the same things in the same order, with a mistake
 */
record Trial(List<double[]> observed, Function<Mistake, List<double[]>> composed) {

    /** Whether a mistake explains what was observed; not if it cannot be computed. */
    boolean isExplainedBy(Mistake mistake, Agreement agreement) {
        try {
            return agreement.holds(composed.apply(mistake), observed);
        } catch (StageFailureException e) {
            return false;
        }
    }

    /** The mistakes that explain all trials. Each must pass all, of which the later ones are fresh to it. */
    static List<Diagnosis> causes(List<Mistake> mistakes, List<Trial> trials, Agreement agreement) {
        List<Diagnosis> causes = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            if (!trials.isEmpty() && trials.stream().allMatch(trial -> trial.isExplainedBy(mistake, agreement))) {
                causes.add(mistake.cause());
            }
        }
        return causes;
    }
}
