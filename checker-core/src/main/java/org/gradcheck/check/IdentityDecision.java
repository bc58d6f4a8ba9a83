package org.gradcheck.check;

import org.gradcheck.function.Precision;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * From the difference between the two sides of an identity to a verdict. With ε the difference relative to the terms and
 * ρ what the comparisons with f resolved of the forms involved:
 *
 * <pre>
 * explained by rounding, or ε ≤ 1e-11         confirmed to ε (strict: by rounding only)
 * ε ≤ the declared accuracy                   confirmed to ε
 * strict                                      refuted
 * ε ≤ ρ                                       confirmed to ε
 * ε &gt; the line of refutation, and ε &gt; 4ρ      refuted
 * otherwise                                   inconclusive: small consistent discrepancy
 * </pre>
 *
 * <p>ρ matters where f and its derivative come from a solver that stops at 1e-5: the derivative is confirmed to that, and
 * its forms need not fit together any better.
 *
 * @param settings the settings
 * @param precision the precision f computes in, by its looks or as declared; its derivatives are taken to do the same
 * @param resolved ρ; 0 if no form was confirmed
 */
record IdentityDecision(CheckSettings settings, Precision precision, double resolved) {

    private static final double LAST_PLACES = 64;

    /** What is granted to every identity without asking, relative to its terms: 64 units in the last place. */
    double tolerance() {
        return LAST_PLACES * lastPlace();
    }

    /** A unit in the last place, relative to the number. */
    double lastPlace() {
        return 2 * precision.unitRoundoff();
    }

    /** The smallest normal number of the precision, below which rounding is not relative. */
    double smallest() {
        return precision.unitRoundoff() > Precision.DOUBLE.unitRoundoff() ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    }

    /**
     * The verdict.
     *
     * @param error ε
     * @param certain whether rounding fails to explain it
     * @param line the line of refutation; infinite where nothing is to be refuted
     * @param words the sentences
     */
    Verdict on(double error, boolean certain, double line, Words words) {
        if (!certain || (error <= Decision.ROUNDING && !settings.strict())) {
            return new Verdict.Confirmed(
                    error, words.holds() + (error == 0 ? " exactly" : " to " + Numbers.error(error)));
        }
        if (settings.accuracy().isPresent() && error <= settings.accuracy().getAsDouble()) {
            return new Verdict.Confirmed(
                    error, words.holds() + " to the declared accuracy: to " + Numbers.error(error));
        }
        if (error > Math.max(line, Decision.CERTAIN * resolved) || (settings.strict() && Double.isFinite(line))) {
            return Verdicts.refuted(words.reason(), words.violated());
        }
        if (error <= resolved) {
            return new Verdict.Confirmed(
                    error,
                    words.holds() + " to " + Numbers.error(error) + ", where f resolves " + Numbers.error(resolved));
        }
        return Verdicts.inconclusive(InconclusiveReason.SMALL_DISCREPANCY, words.violated());
    }

    /**
     * What to say.
     *
     * @param reason the reason of a refutation
     * @param holds the identity as a sentence: "JVP and VJP are adjoint"
     * @param violated the two sides, in words
     */
    record Words(RefutationReason reason, String holds, String violated) {}
}
