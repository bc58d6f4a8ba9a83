package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.Numbers;

/**
 * Compares two supplied forms by the numbers, such as ⟨w, f′(x)[v]⟩, that they give for random arguments, in the inner
 * products of the spaces. All coordinates of the arguments count, so that a form that is wrong in one of them differs in every pair.
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
    private final Pairing left;
    private final Pairing right;
    private final Function<Direction.Kind, double[]> other;

    /**
     * Two pairings to compare.
     *
     * @param other their second arguments; a kind of direction where they are tangents
     */
    OperatorPair(
            Subject subject,
            IdentityDecision decision,
            SplittableRandom random,
            Pairing left,
            Pairing right,
            Function<Direction.Kind, double[]> other) {
        this.subject = subject;
        this.decision = decision;
        this.random = random;
        this.left = left;
        this.right = right;
        this.other = other;
    }

    /**
     * Two forms of f′(x), paired with random cotangents.
     *
     * @throws DerivativeFaultException if a gradient or Jacobian fails
     */
    static OperatorPair of(
            Subject subject, IdentityDecision decision, SplittableRandom random, Derivative left, Derivative right) {
        return new OperatorPair(
                subject,
                decision,
                random,
                Pairing.of(left.at(subject.x(), subject.domain(), subject.codomain())),
                Pairing.of(right.at(subject.x(), subject.domain(), subject.codomain())),
                kind -> FewBits.cotangent(subject, random));
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
            double[] w = other.apply(i < PAIRS / 2 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC);
            evidence.add(compare(words, v, w));
        }
        evidence.sort(
                Comparator.comparingDouble(IdentityEvidence::relativeError).reversed());
        return evidence;
    }

    private IdentityEvidence compare(Words words, double[] v, double[] w) {
        double l = left.of(v, w);
        double r = right.of(v, w);
        double scale =
                Math.max(Math.max(Math.abs(l), Math.abs(r)), Math.max(left.termSize(v, w), right.termSize(v, w)));
        double allowed = decision.tolerance() * scale + decision.smallest();
        if (Math.abs(l - r) > allowed) {
            allowed += SCATTER * (scatter(left, v, w) + scatter(right, v, w));
        }
        return new IdentityEvidence(
                words.property(), words.left(), l, words.right(), r, "", allowed, scale, "v = " + Numbers.vector(v));
    }

    private static double scatter(Pairing pairing, double[] v, double[] w) {
        double[] center = {pairing.of(v, w)};
        return OperatorNoise.of(center, c ->
                new double[] {pairing.of(LinearityTrial.times(c, v), LinearityTrial.times(c, w)) / c})[0];
    }
}
