package org.gradcheck.reference;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.function.Precision;
import org.gradcheck.space.Space;

/**
 * The complex-step derivative E = Im f(x + ihv)/h (Squire and Trapp 1998; Martins, Sturdza and Alonso 2003). There is no
 * subtraction in it, so h can be as small as 2⁻²⁵⁰ and E is exact to rounding, provided that the complex program is the
 * analytic continuation of the real one. That is tested: by the real part, by two steps, and against the real
 * differences, so that a program that is not analytic is recognised and ignored.
 */
public final class ComplexStep {

    /** The most evaluations of the complex function that one line takes, those further out included. */
    public static final int EVALUATIONS = 4 + FurtherOut.EVALUATIONS;

    private static final double STEP = 0x1p-80;
    private static final double SECOND_STEP = 0x1p-250;
    private static final double NOISE_STEP = 0x1p-26;
    private static final double REAL_PART_ULPS = 64;
    private static final double STEPS_AGREE = 1e-9;

    /** What an f may lose inside, in units of its own last places; more than that is its variation. */
    private static final double ROUNDED_INSIDE = 0x1p10;

    /** Terms larger than f by this leave it fewer digits than it shows. */
    private static final double CANCELLED = 256;

    /** Real differences worse than this cannot vouch for a complex program. */
    private static final double DIFFERENCES_RESOLVED = 1e-3;

    private final ComplexFunction function;
    private final AtomicInteger evaluations = new AtomicInteger();

    public ComplexStep(ComplexFunction function) {
        this.function = function;
    }

    /** How often the complex function has been called. */
    public int evaluations() {
        return evaluations.get();
    }

    /**
     * Evaluates the complex function along a curve, or nothing if it fails or is visibly not the continuation of f.
     *
     * @param value f(x), which the real parts must equal
     */
    public Optional<Imaginary> along(Curve curve, double[] value) {
        return evaluate(curve, 0, STEP, value.length)
                .filter(first -> isContinuation(first, value))
                .flatMap(first -> evaluate(curve, 0, SECOND_STEP, value.length)
                        .flatMap(second -> evaluate(curve, NOISE_STEP, STEP, value.length)
                                .flatMap(plus -> evaluate(curve, -NOISE_STEP, STEP, value.length)
                                        .map(minus -> new Imaginary(
                                                first.imaginary(),
                                                second.imaginary(),
                                                plus.imaginary(),
                                                minus.imaginary(),
                                                new FurtherOut(t -> evaluate(curve, t, STEP, value.length)
                                                        .map(ComplexVector::imaginary)),
                                                new double[value.length])))));
    }

    /**
     * f′(x)[v] at any point of a flat domain, unchecked; NaN where the complex function fails. What it says is worth as much
     * as the complex program is a continuation of f, which real differences can tell.
     */
    public double[] derivative(double[] x, double[] v, int outputs) {
        double[] imaginary = v.clone();
        for (int i = 0; i < imaginary.length; i++) {
            imaginary[i] *= STEP;
        }
        return evaluate(x, imaginary, STEP, outputs)
                .map(ComplexVector::imaginary)
                .orElseGet(() ->
                        DoubleStream.generate(() -> Double.NaN).limit(outputs).toArray());
    }

    /** The real part differs from f(x) by O(h²) and rounding; where f(x) is 0, by O(h²) alone. */
    private static boolean isContinuation(ComplexVector slopes, double[] value) {
        double largest = 0;
        for (double y : value) {
            largest = Math.max(largest, Math.abs(y));
        }
        for (int i = 0; i < value.length; i++) {
            double allowed = REAL_PART_ULPS * Math.ulp(largest) + STEP * Math.abs(slopes.imaginary()[i]);
            if (!(Math.abs(slopes.real()[i] - value[i]) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    private Optional<ComplexVector> evaluate(Curve curve, double t, double h, int outputs) {
        double[] imaginary = curve.velocityAt(0);
        for (int i = 0; i < imaginary.length; i++) {
            imaginary[i] *= h;
        }
        return evaluate(curve.pointAt(t), imaginary, h, outputs);
    }

    private Optional<ComplexVector> evaluate(double[] x, double[] imaginary, double h, int outputs) {
        evaluations.incrementAndGet();
        ComplexVector y;
        try {
            y = function.apply(new ComplexVector(x.clone(), imaginary));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return Optional.empty();
        }
        if (y == null || y.length() != outputs) {
            return Optional.empty();
        }
        double[] slopes = new double[y.length()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = y.imaginary()[i] / h;
            if (!Double.isFinite(slopes[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new ComplexVector(y.real(), slopes));
    }

    /**
     * Im f / h at the point with two steps, and at two points beside it.
     *
     * @param first with h = 2⁻⁸⁰
     * @param second with h = 2⁻²⁵⁰
     * @param plus beside the point
     * @param minus on its other side
     * @param furtherOut at points further out, which are evaluated when they are needed
     * @param doubt by how much the slopes may be wrong because the complex program need not be the continuation of f; 0 where it
     *     is believed to be
     */
    public record Imaginary(
            double[] first, double[] second, double[] plus, double[] minus, FurtherOut furtherOut, double[] doubt) {

        /** The same, believed only so far. */
        public Imaginary doubted(double[] newDoubt) {
            return new Imaginary(first, second, plus, minus, furtherOut, newDoubt);
        }

        /**
         * The estimate for one read-out, if the real differences vouch for it. Where the supplied value lies outside of its
         * bound, points further out are asked as well.
         *
         * @param w the cotangent
         * @param differences what the real differences say of the same read-out
         * @param sizeInside the size of what f computes with
         */
        public Optional<Estimate> estimate(
                double supplied,
                double[] w,
                Space<?> codomain,
                LineEstimate differences,
                Precision precision,
                double sizeInside) {
            double value = codomain.inner(w, first);
            double noise = Math.abs(codomain.inner(w, plus) + codomain.inner(w, minus) - 2 * value) / Math.sqrt(6);
            double rounding = 16 * precision.unitRoundoff();
            double bound = 4 * noise + rounding * magnitude(w, first);
            boolean stepsAgree = Math.abs(codomain.inner(w, second) - value) <= bound + STEPS_AGREE * Math.abs(value);
            boolean vouchedFor = differences.estimate().isKnown()
                    && differences.resolution() <= DIFFERENCES_RESOLVED
                    && Math.abs(value - differences.estimate().value())
                            <= 4 * differences.estimate().bound() + bound;
            if (!stepsAgree || !vouchedFor) {
                return Optional.empty();
            }
            double cancelled = sizeInside > CANCELLED * differences.magnitude() ? precision.roundingOf(sizeInside) : 0;
            double inside = ROUNDED_INSIDE * precision.roundingOf(sizeInside);
            double discrepancy = Math.abs(supplied - value);
            double unseen = discrepancy > bound && discrepancy < 16 * (bound + 4 * inside)
                    ? Math.max(cancelled, Math.min(furtherOut.scatter(y -> codomain.inner(w, y), value), inside))
                    : 0;
            double believed = doubtOf(w, codomain);
            Estimate estimate = new Estimate(value, bound + 4 * unseen + believed);
            return believed > 0 && !(estimate.bound() < differences.estimate().bound())
                    ? Optional.empty()
                    : Optional.of(estimate);
        }

        /** The doubts of all outputs at once, for they may have one cause. */
        private double doubtOf(double[] w, Space<?> codomain) {
            double[] sizes = w.clone();
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(sizes[i]);
            }
            return Math.max(codomain.termSize(w, doubt), Math.abs(codomain.inner(sizes, doubt)));
        }

        private static double magnitude(double[] w, double[] y) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += (w[i] * y[i]) * (w[i] * y[i]);
            }
            return Math.sqrt(sum);
        }
    }
}
