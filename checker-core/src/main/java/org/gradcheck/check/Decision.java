package org.gradcheck.check;

import java.util.Locale;
import java.util.Optional;
import org.gradcheck.reference.Estimate;
import org.gradcheck.reference.Jump;
import org.gradcheck.reference.Kink;
import org.gradcheck.reference.LineEstimate;
import org.gradcheck.reference.TwoRegimes;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * From an estimate with its bound to a verdict on one number. With e the discrepancy, B the bound and S the scale:
 *
 * <pre>
 * supplied value overflows            refuted
 * no estimate                         inconclusive, for the reason there is none
 * kink, value outside both sides      refuted
 * kink, value between                 inconclusive
 * e &gt; 4B, other formula further out   inconclusive: two regimes
 * e &gt; 4B, explained by jumps of f     confirmed or unresolved, to the size of the jumps
 * e &gt; 4B and e &gt; 1e-7 S               refuted
 * e &gt; 4B, smaller                     inconclusive: small consistent discrepancy (strict: refuted; declared accuracy: confirmed)
 * e &gt; 4B and e ≤ 1e-11 S             confirmed to e/S (strict: refuted)
 * e ≤ 4B, resolution B/S ≤ 1e-2       confirmed
 * otherwise                           inconclusive: unresolved
 * </pre>
 */
record Decision(CheckSettings settings, Optional<Jump> jump) {

    /** A discrepancy is certain when it exceeds the reference's bound by this factor. */
    static final double CERTAIN = 4;

    /**
     * The line of refutation. Below it f and f′ may rest on approximations of seven to nine digits, which no one calls a
     * wrong derivative.
     */
    static final double LINE_OF_REFUTATION = 1e-7;

    /** So little may be rounding inside f or its derivative where large terms cancel; the digits are reported. */
    static final double ROUNDING = 1e-11;

    /** A reference coarser than this confirms nothing. */
    static final double COARSEST = 1e-2;

    private static final double KINK_SLACK = 0.02;

    /**
     * The verdict on a supplied value.
     *
     * @param line what the differences say, including a kink
     * @param reference the estimate to trust, which may be the complex step's
     * @param suppliedError a bound on the rounding error of the supplied value itself
     */
    Verdict on(double supplied, LineEstimate line, Estimate reference, double suppliedError) {
        if (!Double.isFinite(supplied)) {
            return Verdicts.refuted(RefutationReason.NOT_FINITE, "its product with a direction overflows");
        }
        if (line.status() != LineEstimate.Status.RESOLVED) {
            return withoutEstimate(line.status());
        }
        if (line.kink().isPresent()) {
            return atKink(supplied, line.kink().get(), reference.bound());
        }
        double discrepancy = Math.abs(supplied - reference.value());
        double bound = discrepancy > reference.bound() ? reference.bound() + suppliedError : reference.bound();
        if (discrepancy <= CERTAIN * bound) {
            return onAgreement(discrepancy, bound, line.scale());
        }
        if (line.regimes().isPresent()) {
            return betweenRegimes(supplied, reference, line.regimes().get());
        }
        if (jump.isPresent() && jump.get().explains(discrepancy, line.magnitude())) {
            return onJumps(
                    Math.max(discrepancy, jump.get().size(line.magnitude())),
                    line.scale(),
                    jump.get().repeated());
        }
        return onCertainDiscrepancy(discrepancy, bound, line.scale());
    }

    private static Verdict withoutEstimate(LineEstimate.Status status) {
        return switch (status) {
            case DOMAIN ->
                Verdicts.inconclusive(InconclusiveReason.DOMAIN, "f has no value on most steps around the point");
            case NOT_CONVERGING ->
                Verdicts.inconclusive(
                        InconclusiveReason.NOT_CONVERGING, "infinite slope, or no derivative at the point");
            case NO_WINDOW, RESOLVED ->
                Verdicts.inconclusive(
                        InconclusiveReason.UNRESOLVED, "no two neighbouring steps lead to the same derivative");
        };
    }

    private static Verdict atKink(double supplied, Kink kink, double bound) {
        String sides = "the derivative is " + Numbers.value(kink.left()) + " from the left and "
                + Numbers.value(kink.right()) + " from the right";
        return kink.encloses(supplied, Math.max(bound, KINK_SLACK * kink.size()))
                ? Verdicts.inconclusive(InconclusiveReason.NONSMOOTH, sides)
                : Verdicts.refuted(
                        RefutationReason.OUTSIDE_ONE_SIDED_DERIVATIVES,
                        sides + ", the supplied value is " + Numbers.value(supplied));
    }

    private static Verdict betweenRegimes(double supplied, Estimate fine, TwoRegimes regimes) {
        return Verdicts.inconclusive(
                InconclusiveReason.TWO_REGIMES,
                "the supplied " + Numbers.value(supplied) + " agrees with steps "
                        + (regimes.agreesFurtherOut() ? "down to " : "up to ") + Numbers.error(regimes.distance())
                        + ", which lead to " + Numbers.value(regimes.agreeing().value())
                        + (regimes.agreesFurtherOut() ? "; finer" : "; coarser") + " steps lead to "
                        + Numbers.value(fine.value()));
    }

    /** f jumps where an inner iteration changes its count: no difference can be surer than that. */
    private static Verdict onJumps(double error, double scale, boolean repeated) {
        return repeated && error <= COARSEST * scale
                ? new Verdict.Confirmed(
                        error / scale, "verified to " + Numbers.error(error / scale) + ", no further because f jumps")
                : Verdicts.inconclusive(
                        InconclusiveReason.UNRESOLVED,
                        "f jumps near the point by " + Numbers.error(error / scale) + " of the derivative's scale");
    }

    private Verdict onCertainDiscrepancy(double discrepancy, double bound, double scale) {
        double relative = discrepancy / scale;
        if (settings.accuracy().isPresent() && relative <= settings.accuracy().getAsDouble()) {
            return new Verdict.Confirmed(relative, "to the declared accuracy: agrees to " + Numbers.error(relative));
        }
        if (relative <= ROUNDING && !settings.strict()) {
            return new Verdict.Confirmed(relative, "verified to " + Numbers.error(relative));
        }
        if (relative > LINE_OF_REFUTATION || settings.strict()) {
            return Verdicts.refuted(
                    RefutationReason.DISAGREEMENT,
                    "off by " + Numbers.error(relative) + " where the reference resolves "
                            + Numbers.error(bound / scale));
        }
        return Verdicts.inconclusive(
                InconclusiveReason.SMALL_DISCREPANCY,
                String.format(
                        Locale.ROOT,
                        "agrees to %.1f digits where the reference resolves %.1f",
                        -Math.log10(relative),
                        Math.min(16, -Math.log10(bound / scale))));
    }

    private static Verdict onAgreement(double discrepancy, double bound, double scale) {
        if (bound == 0 && scale == 0) {
            return new Verdict.Confirmed(0, "f is constant along the direction, and the derivative is zero");
        }
        double resolution = Math.max(bound, discrepancy) / scale;
        return resolution <= COARSEST
                ? new Verdict.Confirmed(resolution, "verified to " + Numbers.error(resolution))
                : Verdicts.inconclusive(
                        InconclusiveReason.UNRESOLVED,
                        "the reference resolves only " + Numbers.error(resolution) + " of the derivative's scale");
    }
}
