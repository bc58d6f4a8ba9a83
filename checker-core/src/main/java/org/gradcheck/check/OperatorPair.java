package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.Numbers;

/**
 * Compares two supplied forms by the numbers ⟨w, f′(x)[v]⟩ they give for random v and w, in the inner products of the
 * spaces. All coordinates of v and w count, so that a form that is wrong in one of them differs in every pair.
 *
 * <p>What right forms leave, relative to the terms, the largest of hundreds of seeds: 1e-15 for a dense 20×30 matrix, 4e-15 for 300×300,
 * 4e-14 for 3×10⁵, 5e-7 in single precision. Granted are 64 units in the last place and the {@linkplain OperatorNoise scatter} of both operators.
 */
final class OperatorPair {

    private static final double SCATTER = 16;
    private static final int PAIRS = 4;

    private final Subject subject;
    private final IdentityDecision decision;
    private final SplittableRandom random;
    private final SuppliedOperator left;
    private final SuppliedOperator right;

    /**
     * @throws DerivativeFaultException if a gradient or Jacobian fails
     */
    OperatorPair(
            Subject subject, IdentityDecision decision, SplittableRandom random, Derivative left, Derivative right) {
        this.subject = subject;
        this.decision = decision;
        this.random = random;
        this.left = left.at(subject.x(), subject.domain(), subject.codomain());
        this.right = right.at(subject.x(), subject.domain(), subject.codomain());
    }

    /** The property with its two sides, in words. */
    record Words(String property, String left, String right) {}

    /**
     * What was compared, the largest relative difference first.
     *
     * @throws DerivativeFaultException if an operator fails
     */
    List<IdentityEvidence> compare(Words words) {
        List<IdentityEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Direction.Kind kind = i % 2 == 0 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC;
            double[] v =
                    subject.given().map(Direction::tangent).orElseGet(() -> FewBits.tangent(subject, kind, random));
            double[] w = FewBits.cotangent(subject, random);
            evidence.add(compare(words, v, w));
        }
        evidence.sort(
                Comparator.comparingDouble(IdentityEvidence::relativeError).reversed());
        return evidence;
    }

    private IdentityEvidence compare(Words words, double[] v, double[] w) {
        double l = pair(left, v, w);
        double r = pair(right, v, w);
        double scale =
                Math.max(Math.max(Math.abs(l), Math.abs(r)), Math.max(left.termSize(v, w), right.termSize(v, w)));
        double allowed = decision.tolerance() * scale + decision.smallest();
        if (Math.abs(l - r) > allowed) {
            allowed += SCATTER * (scatter(left, v, w) + scatter(right, v, w));
        }
        return new IdentityEvidence(
                words.property(), words.left(), l, words.right(), r, "", allowed, scale, "v = " + Numbers.vector(v));
    }

    private static double scatter(SuppliedOperator operator, double[] v, double[] w) {
        double[] center = {pair(operator, v, w)};
        return OperatorNoise.of(center, c ->
                new double[] {pair(operator, LinearityTrial.times(c, v), LinearityTrial.times(c, w)) / c})[0];
    }

    private static double pair(SuppliedOperator operator, double[] v, double[] w) {
        return operator.pair(v, new double[][] {w})[0];
    }
}
