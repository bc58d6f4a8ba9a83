package org.gradcheck.corpus.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That right operators are right and wrong ones wrong, by differences that share nothing with the checks under test. */
class OperatorCorpusTest {

    /** Of finite differences of sixth order with a step of 2⁻⁸ at points of size one. */
    private static final double RIGHT = 1e-7;

    /** Wrong by this at least: no mistake of the corpus is a small one. */
    private static final double WRONG = 1e-4;

    /** Where a derivative is zero errors are relative to that much of the value over a unit step. */
    private static final double ZERO = 1e-3;

    /** Points of a size beyond this factor of 1 have steps relative to their size. */
    private static final double ORDINARY = 1e6;

    private static final int TRIALS = 6;

    static Stream<OperatorCase<?, ?>> cases() {
        return Stream.of(1L, 2L, 3L).flatMap(OperatorCorpus::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <X, Y> void rightOperatorsAreRightAndWrongOnesAreNot(OperatorCase<X, Y> subject) {
        for (Claim<X, Y> claim : subject.right()) {
            assertThat(error(subject, claim)).as("right " + claim.form()).isLessThan(RIGHT);
        }
        for (Claim<X, Y> claim : subject.wrong()) {
            assertThat(error(subject, claim))
                    .as(claim.form() + ": " + claim.mistake())
                    .isGreaterThan(WRONG);
            assertThat(subject.right()).extracting(Claim::form).contains(claim.form());
        }
    }

    /** The largest error, relative to the largest derivative. */
    private static <X, Y> double error(OperatorCase<X, Y> subject, Claim<X, Y> claim) {
        double[] x = subject.domain().coordinates(subject.point());
        SplittableRandom random = new SplittableRandom(5);
        double error = 0;
        double size = 0;
        double ofValue = 0;
        double outside = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] u = tangent(subject, x, random);
            double[] v = tangent(subject, x, random);
            double[] w = subject.codomain()
                    .tangent(
                            new double[subject.codomain().dimension()],
                            random.doubles(subject.codomain().dimension(), -1, 1)
                                    .toArray());
            double reference = claim.isSecondOrder() ? second(subject, x, u, v, w) : first(subject, x, v, w);
            size = Math.max(size, Math.abs(reference));
            ofValue = Math.max(ofValue, Math.abs(value(subject, x, v, w, 0)));
            error = Math.max(error, Math.abs(claim.values().at(x, u, v, w) - reference));
            outside = Math.max(outside, claim.values().outside(x, u, w));
        }
        double ofUnitStep = ZERO * ofValue / Math.pow(unit(x), claim.isSecondOrder() ? 2 : 1);
        return Math.max(error == 0 ? 0 : error / Math.max(size, ofUnitStep), outside);
    }

    private static double[] tangent(OperatorCase<?, ?> subject, double[] x, SplittableRandom random) {
        return subject.domain().tangent(x, random.doubles(x.length, -1, 1).toArray());
    }

    /** Of t ↦ ⟨w, f(Rₓ(tv))⟩; Fornberg, "Generation of finite difference formulas on arbitrarily spaced grids", 1988. */
    private static <X, Y> double first(OperatorCase<X, Y> subject, double[] x, double[] v, double[] w) {
        double h = Math.scalb(unit(x), -8);
        double sum = 0;
        double[] weights = {45, -9, 1};
        for (int k = 1; k <= 3; k++) {
            sum += weights[k - 1] * (value(subject, x, v, w, k * h) - value(subject, x, v, w, -k * h));
        }
        return sum / (60 * h);
    }

    private static double unit(double[] x) {
        double size = Math.sqrt(Algebra.dot(x, x));
        return size == 0 || (size < ORDINARY && size > 1 / ORDINARY) ? 1 : size;
    }

    private static <X, Y> double second(OperatorCase<X, Y> subject, double[] x, double[] u, double[] v, double[] w) {
        return (quadratic(subject, x, Algebra.plus(u, v), w) - quadratic(subject, x, Algebra.minus(u, v), w)) / 4;
    }

    private static <X, Y> double quadratic(OperatorCase<X, Y> subject, double[] x, double[] v, double[] w) {
        double h = Math.scalb(unit(x), -8);
        double sum = -490 * value(subject, x, v, w, 0);
        double[] weights = {270, -27, 2};
        for (int k = 1; k <= 3; k++) {
            sum += weights[k - 1] * (value(subject, x, v, w, k * h) + value(subject, x, v, w, -k * h));
        }
        return sum / (180 * h * h);
    }

    private static <X, Y> double value(OperatorCase<X, Y> subject, double[] x, double[] v, double[] w, double t) {
        double[] at = subject.domain().retraction(x, Algebra.scaled(t, v));
        return subject.codomain()
                .inner(
                        w,
                        subject.codomain()
                                .coordinates(subject.function()
                                        .apply(subject.domain().element(at))));
    }
}
