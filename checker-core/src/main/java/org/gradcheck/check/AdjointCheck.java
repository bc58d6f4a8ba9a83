package org.gradcheck.check;

import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * The dot-product test: ⟨w, f′(x)[v]⟩ = ⟨f′(x)*[w], v⟩ for random v and w, to rounding, without differencing. It says
 * that JVP and VJP belong together, not that either is right.
 */
final class AdjointCheck {

    /** Correct operators stay below one unit in the last place of the scale; this leaves two digits. */
    private static final double ULPS = 64;

    private static final double DOUBLE_ULP = 0x1p-52;
    private static final double FLOAT_ULP = 0x1p-23;
    private static final int PAIRS = 3;

    private final Subject subject;
    private final SplittableRandom random;

    AdjointCheck(Subject subject, CheckSettings settings) {
        this.subject = subject;
        this.random = Seeds.identities(settings.seed());
    }

    CheckResult run(Jvp jvp, Vjp vjp) {
        double worst = 0;
        try {
            for (int i = 0; i < PAIRS; i++) {
                double[] v =
                        subject.randomDirection(Direction.Kind.SCALED, random).tangent();
                double[] w = subject.codomain()
                        .projection(
                                subject.value(),
                                random.doubles(subject.value().length, -1, 1).toArray());
                double[] image = jvp.apply(subject.x(), v, subject.codomain());
                double[] preimage = vjp.apply(subject.x(), w);
                double left = subject.codomain().inner(w, image);
                double right = subject.domain().inner(subject.x(), preimage, v);
                double scale = termSize(w, image) + termSize(preimage, v);
                double ulp = isFloat(image) && isFloat(preimage) ? FLOAT_ULP : DOUBLE_ULP;
                double allowed = ULPS * ulp * scale;
                if (!Double.isFinite(left - right)) {
                    return result(Verdicts.inconclusive(
                            InconclusiveReason.UNRESOLVED, "the inner products overflow, so they cannot be compared"));
                }
                if (Math.abs(left - right) > allowed) {
                    return result(Verdicts.refuted(
                            RefutationReason.NOT_ADJOINT,
                            "⟨w, f′(x)[v]⟩ = " + Numbers.value(left) + " but ⟨f′(x)*[w], v⟩ = " + Numbers.value(right)
                                    + ", where rounding allows a difference of " + Numbers.error(allowed)));
                }
                worst = Math.max(worst, scale == 0 ? 0 : Math.abs(left - right) / scale);
            }
        } catch (DerivativeFaultException e) {
            return result(Verdicts.of(e.fault(), "derivative"));
        }
        return result(new Verdict.Confirmed(worst, "JVP and VJP are adjoint to " + Numbers.error(worst)));
    }

    private static CheckResult result(Verdict verdict) {
        return new CheckResult("adjoint", verdict, List.of(), List.of());
    }

    private static double termSize(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    private static boolean isFloat(double[] values) {
        for (double value : values) {
            if ((float) value != value) {
                return false;
            }
        }
        return true;
    }
}
