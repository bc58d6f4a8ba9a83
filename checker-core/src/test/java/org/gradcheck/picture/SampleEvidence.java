package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.RemainderPoint;
import org.gradcheck.report.Verdict;

/** Evidence made by hand: the numbers of eᵗ at 0, whose remainders are h²/2 and h³/6, free of rounding. */
final class SampleEvidence {

    private static final double NOISE = 1e-16;

    private SampleEvidence() {}

    static Evidence right() {
        return of(1, 1, 3e-15, table(0), OptionalDouble.of(2), OptionalDouble.of(3), NOISE);
    }

    /** Off by 1: the supplied value is 2. */
    static Evidence wrong() {
        return of(1, 2, 3e-15, table(1), OptionalDouble.of(1), OptionalDouble.of(1), NOISE);
    }

    static Evidence withTable(RemainderPoint... points) {
        return of(1, 1, 3e-15, List.of(points), OptionalDouble.empty(), OptionalDouble.empty(), NOISE);
    }

    static Evidence withoutReference(double noise) {
        return of(
                1, Double.NaN, Double.POSITIVE_INFINITY, table(0), OptionalDouble.of(2), OptionalDouble.empty(), noise);
    }

    static Evidence ofSecondOrder() {
        List<RemainderPoint> points = new ArrayList<>();
        for (double h : new double[] {1e-1, 1e-2, 1e-3}) {
            points.add(new RemainderPoint(h, 1 + h * h / 12, h * h * h / 6, h * h * h * h / 24));
        }
        return of(2, 1, 3e-13, points, OptionalDouble.of(3), OptionalDouble.of(4), NOISE);
    }

    private static List<RemainderPoint> table(double error) {
        List<RemainderPoint> points = new ArrayList<>();
        for (double h : new double[] {1e-1, 1e-2, 1e-3, 1e-4}) {
            points.add(new RemainderPoint(
                    h, 1 + h * h / 6, Math.abs(h * h / 2 - error * h), Math.abs(h * h * h / 6 - error * h)));
        }
        return points;
    }

    private static Evidence of(
            int derivativeOrder,
            double supplied,
            double bound,
            List<RemainderPoint> remainder,
            OptionalDouble order,
            OptionalDouble centralOrder,
            double noise) {
        Verdict verdict = supplied == 1
                ? new Verdict.Confirmed(bound, "verified to 3.0e-15")
                : new Verdict.Refuted(RefutationReason.DISAGREEMENT, "disagrees with the reference");
        return new Evidence(
                2,
                "given",
                new double[] {1},
                "f",
                supplied,
                1,
                bound,
                1,
                noise,
                "central differences",
                derivativeOrder,
                remainder,
                order,
                centralOrder,
                verdict);
    }
}
