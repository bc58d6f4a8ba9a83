package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.function.Evaluation;
import org.gradcheck.reference.CircleMean;
import org.gradcheck.reference.Curve;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.TwinFault;

/**
 * Examines whether a twin g is the continuation of f around a point, and how far its slopes can be believed.
 *
 * <p>Two things make Im g(x + ihv)/h the derivative f′(x)[v]: that g is f on the real axis, and that g is analytic. The first is seen
 * from values on both sides of the point, near ones and far ones: where they differ by e at a distance t, the slopes differ by about
 * e/t, and the rounding of the values over t is as much as can hide. The second is seen from the mean around circles in the plane of
 * ζ ↦ g(x + ζv), which for an analytic function is the slope (Cauchy), and for one that drops, conjugates or scales imaginary
 * parts is not. Used by one thread.
 */
final class TwinExamination {

    /** The most calls of f and the twin for one direction. */
    static final int MOST_CALLS = 50;

    private static final double ROUNDING_ULPS = 64;
    private static final double STEP = 0x1p-80;

    /** Where values on both sides of the point are compared, the exponents of 1/2. */
    private static final int[] DISTANCES = {3, 7, 12, 20};

    private static final List<CircleMean> CIRCLES =
            List.of(new CircleMean(0x1p-3, 8), new CircleMean(0x1p-6, 4), new CircleMean(0x1p-12, 4));

    /** Doubts this small, of the size of f and its slope, need no smaller circle. */
    private static final double GOOD = 0x1p-46;

    /** Two circles that agree and leave the slope this many times further off contradict it. */
    private static final double CONTRADICTION = 8;

    /** A twin that is shown no better is of no use. */
    private static final double UNSHOWN = 1e-3;

    private final Subject subject;
    private final TwinCalls twin;
    private final double[] none;
    private Optional<TwinFault> fault;
    private Optional<ComplexVector> atPoint = Optional.empty();

    TwinExamination(Subject subject, ComplexFunction function) {
        this.subject = subject;
        this.twin = new TwinCalls(function, subject.value().length);
        this.none = new double[subject.x().length];
        this.fault = atThePoint();
    }

    /** Calls of the twin so far. */
    int calls() {
        return twin.count();
    }

    /** What is wrong with the twin, if anything has been seen to be. */
    Optional<TwinFault> fault() {
        return fault;
    }

    /** How far the twin can be believed along a direction, or nothing if there is a fault. */
    Optional<Certificate> along(Direction direction) {
        if (fault.isPresent()) {
            return Optional.empty();
        }
        Curve curve = Curve.through(subject.domain(), subject.x(), direction);
        double[] doubt = onTheRealAxis(curve);
        Optional<Certificate> certificate = fault.isPresent() ? Optional.empty() : analytic(direction, doubt);
        return again() ? certificate.filter(c -> fault.isEmpty()) : Optional.empty();
    }

    private Optional<TwinFault> atThePoint() {
        TwinCalls.Call call = twin.at(subject.x(), none, "x");
        atPoint = call.value();
        return call.fault().or(() -> compared(call.value().orElseThrow(), subject.value(), "x"));
    }

    private Optional<TwinFault> compared(ComplexVector found, double[] wanted, String place) {
        double largest = 0;
        for (double y : wanted) {
            largest = Math.max(largest, Math.abs(y));
        }
        for (int i = 0; i < wanted.length; i++) {
            String output = TwinCalls.ofOutput(i, wanted.length);
            double difference = Math.abs(found.real()[i] - wanted[i]);
            if (!(difference <= ROUNDING_ULPS * Math.ulp(largest))) {
                return Optional.of(new TwinFault(
                        TwinFault.Kind.WRONG_VALUE,
                        "differs from f by " + Numbers.error(difference) + output + " at " + place + ": it is "
                                + Numbers.value(found.real()[i]) + " where f is " + Numbers.value(wanted[i])));
            }
            if (found.imaginary()[i] != 0) {
                return Optional.of(new TwinFault(
                        TwinFault.Kind.NOT_REAL,
                        "has the imaginary part " + Numbers.error(found.imaginary()[i]) + output + " at the real point "
                                + place + ", where it must be real as f is"));
            }
        }
        return Optional.empty();
    }

    /** For each output by how much slopes may differ although values do not. */
    private double[] onTheRealAxis(Curve curve) {
        double[] doubt = unknown();
        for (int exponent : DISTANCES) {
            double t = Math.scalb(1.0, -exponent);
            Optional<double[]> plus = difference(curve.pointAt(t), "x + 2^-" + exponent + " v");
            Optional<double[]> minus = difference(curve.pointAt(-t), "x - 2^-" + exponent + " v");
            for (int i = 0; plus.isPresent() && minus.isPresent() && i < doubt.length; i++) {
                doubt[i] = Math.min(doubt[i], Math.max(plus.get()[i], minus.get()[i]) / t);
            }
        }
        return doubt;
    }

    /** |g − f| and what rounding hides of it, for each output; nothing where f has no value or there is a fault. */
    private Optional<double[]> difference(double[] point, String place) {
        if (fault.isPresent() || !(subject.function().evaluate(point) instanceof Evaluation.Value value)) {
            return Optional.empty();
        }
        TwinCalls.Call call = twin.at(point, none, place);
        double[] wanted = value.coordinates();
        fault = call.fault().or(() -> compared(call.value().orElseThrow(), wanted, place));
        if (fault.isPresent()) {
            return Optional.empty();
        }
        double[] found = call.value().orElseThrow().real();
        double[] difference = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            difference[i] = Math.abs(found[i] - wanted[i]) + Math.ulp(wanted[i]);
        }
        return Optional.of(difference);
    }

    private Optional<Certificate> analytic(Direction direction, double[] realDoubt) {
        TwinCalls.Call call = twin.at(subject.x(), scaled(direction, STEP), "x + ihv with h = 2^-80");
        fault = call.fault();
        if (fault.isPresent()) {
            return Optional.empty();
        }
        double[] slopes = call.value().orElseThrow().imaginary();
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] /= STEP;
        }
        CircleEvidence evidence = new CircleEvidence(slopes);
        Optional<TwinFault> unusable = Optional.empty();
        for (CircleMean circle : CIRCLES) {
            Around around = around(circle, direction);
            unusable = around.fault().or(() -> fault);
            around.values().ifPresent(values -> evidence.add(circle, values));
            if (evidence.isGood(GOOD, subject.value())) {
                break;
            }
        }
        if (evidence.isEmpty()) {
            fault = unusable;
            return Optional.empty();
        }
        fault = symmetric(direction).or(() -> evidence.fault(CONTRADICTION, UNSHOWN, subject.value()));
        return Optional.of(new Certificate(direction, slopes, evidence.doubt(realDoubt)));
    }

    /**
     * The twin around a circle.
     *
     * @param values at the points of the upper half, if it has values at all of them
     * @param fault why it has none
     */
    private record Around(Optional<ComplexVector[]> values, Optional<TwinFault> fault) {}

    private Around around(CircleMean circle, Direction direction) {
        List<ComplexVector> values = new ArrayList<>();
        for (double[] zeta : circle.points()) {
            TwinCalls.Call call = at(direction, zeta[0], zeta[1]);
            if (call.fault().isPresent()) {
                return new Around(Optional.empty(), call.fault());
            }
            values.add(call.value().orElseThrow());
        }
        return new Around(Optional.of(values.toArray(ComplexVector[]::new)), Optional.empty());
    }

    private TwinCalls.Call at(Direction direction, double a, double b) {
        double[] real = scaled(direction, a);
        for (int i = 0; i < real.length; i++) {
            real[i] += subject.x()[i];
        }
        return twin.at(real, scaled(direction, b), "x + (" + Numbers.brief(a) + " + " + Numbers.brief(b) + "i)v");
    }

    /** Where the twin has values above and below the real axis, they are conjugate. */
    private Optional<TwinFault> symmetric(Direction direction) {
        double[] zeta = CIRCLES.get(1).points()[1];
        TwinCalls.Call above = at(direction, zeta[0], zeta[1]);
        TwinCalls.Call below = at(direction, zeta[0], -zeta[1]);
        if (above.fault().isPresent()) {
            return Optional.empty();
        }
        if (below.fault().isPresent()) {
            return below.fault();
        }
        ComplexVector up = above.value().orElseThrow();
        ComplexVector down = below.value().orElseThrow();
        for (int i = 0; i < up.length(); i++) {
            double size = Math.hypot(up.real()[i], up.imaginary()[i]);
            double difference = Math.hypot(up.real()[i] - down.real()[i], up.imaginary()[i] + down.imaginary()[i]);
            if (!(difference <= ROUNDING_ULPS * Math.ulp(size))) {
                return Optional.of(new TwinFault(
                        TwinFault.Kind.NOT_SYMMETRIC,
                        "has values at conjugate points that are not conjugate"
                                + TwinCalls.ofOutput(i, up.length()) + ", off by " + Numbers.error(difference)
                                + ": a complex constant, or a look at the sign of an imaginary part"));
            }
        }
        return Optional.empty();
    }

    /** The same value at the point as at the beginning. */
    private boolean again() {
        if (fault.isPresent()) {
            return false;
        }
        TwinCalls.Call call = twin.at(subject.x(), none, "x");
        boolean same = call.value().isPresent()
                && Arrays.equals(
                        call.value().get().real(), atPoint.orElseThrow().real());
        if (!same) {
            fault = Optional.of(new TwinFault(
                    TwinFault.Kind.NOT_DETERMINISTIC, "does not return the same value when it is asked again at x"));
        }
        return same;
    }

    private double[] unknown() {
        double[] doubt = new double[subject.value().length];
        Arrays.fill(doubt, Double.POSITIVE_INFINITY);
        return doubt;
    }

    private static double[] scaled(Direction direction, double factor) {
        double[] scaled = direction.tangent().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    /**
     * How far a twin can be believed along a direction.
     *
     * @param slopes what its complex step says there, for each output
     * @param doubt by how much that may be wrong, for each output
     */
    record Certificate(Direction direction, double[] slopes, double[] doubt) {}
}
