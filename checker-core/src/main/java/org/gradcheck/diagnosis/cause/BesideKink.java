package org.gradcheck.diagnosis.cause;

import java.util.List;
import java.util.Optional;
import org.gradcheck.diagnosis.probe.Bench;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.report.Numbers;
import org.gradcheck.space.Space;

/**
 * f has a kink beside the point, and the derivative is that of its other side: a branch taken by a comparison that is off by
 * a little. Along the refuting direction the slope of f between neighbouring steps is then one number up to the kink,
 * another beyond, and the supplied value is the other one.
 */
public final class BesideKink {

    private static final List<String> KINDS = List.of("kink");
    private static final String QUESTION =
            "does f have a kink beside the point, and is it the derivative of the other side?";

    /** Steps 2⁻ᵏ between which slopes are taken. */
    private static final int COARSEST = 2;

    private static final int FINEST = 24;

    /** A kink farther away than this is none beside the point. */
    private static final int NEAREST_COARSE = 5;

    private static final double NEAR = 0.05;

    /** So many slopes on either side of a kink must agree. */
    private static final int EACH_SIDE = 2;

    private BesideKink() {}

    /** What came of it. */
    public record Result(Optional<Diagnosis> diagnosis, Hypothesis hypothesis) {}

    /** Looks along the direction of a probe that refutes the derivative. */
    public static Result of(Bench bench, Probe refuting) {
        if (!(bench.suspect().domain() instanceof Space)) {
            return new Result(
                    Optional.empty(),
                    new Hypothesis(KINDS, QUESTION, Hypothesis.Outcome.NOT_APPLICABLE, "the question does not arise"));
        }
        Optional<Diagnosis> found = on(bench, refuting, 1).or(() -> on(bench, refuting, -1));
        return new Result(
                found,
                found.map(kink -> new Hypothesis(KINDS, QUESTION, Hypothesis.Outcome.FITS, kink.text()))
                        .orElseGet(() -> new Hypothesis(
                                KINDS,
                                QUESTION,
                                Hypothesis.Outcome.REJECTED,
                                "no slope beyond a kink is the supplied one")));
    }

    private static Optional<Diagnosis> on(Bench bench, Probe refuting, int side) {
        double[] slopes = slopes(bench, refuting, side);
        double jump = Math.abs(refuting.error());
        for (int k = NEAREST_COARSE - COARSEST; k + 1 + EACH_SIDE <= slopes.length; k++) {
            boolean beyond = true;
            boolean inside = true;
            for (int i = 0; i < EACH_SIDE; i++) {
                beyond &= Math.abs(slopes[k - 1 - i] - refuting.supplied()) <= NEAR * jump;
                inside &= Math.abs(slopes[k + 1 + i] - refuting.reference().value()) <= NEAR * jump;
            }
            if (beyond && inside) {
                double distance = Math.scalb(1.0, -(k + COARSEST));
                return Optional.of(new Diagnosis(
                        "kink",
                        "f has a kink beside the point, at about " + Numbers.error(distance)
                                + " of the direction: up to it the slope is "
                                + Numbers.brief(refuting.reference().value()) + ", beyond it "
                                + Numbers.brief(slopes[k - 1]) + ", which is the supplied one",
                        "slopes between neighbouring steps on that side"));
            }
        }
        return Optional.empty();
    }

    /** The slopes between the steps 2⁻ᵏ and 2⁻ᵏ⁻¹ on one side; NaN where f has no value. */
    private static double[] slopes(Bench bench, Probe refuting, int side) {
        double[] slopes = new double[FINEST - COARSEST];
        double before = bench.valueAt(refuting, side * Math.scalb(1.0, -COARSEST));
        for (int i = 0; i < slopes.length; i++) {
            double t = Math.scalb(1.0, -(i + 1 + COARSEST));
            double next = bench.valueAt(refuting, side * t);
            slopes[i] = side * (before - next) / t;
            before = next;
        }
        return slopes;
    }
}
