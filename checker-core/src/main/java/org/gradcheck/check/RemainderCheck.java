package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.gradcheck.reference.Samples;
import org.gradcheck.report.RemainderPoint;

/**
 * Watches the remainder shrink: f(x + hv) − f(x) − h·D is o(h) exactly when D is the derivative. Its order, the slope in
 * a log–log plot, is 2 for a right derivative and 1 for a wrong one; that of the central remainder 3 and 1 (Boumal, "An
 * introduction to optimization on smooth manifolds", 2023, section 4.8). Evidence for the reader; the verdict rests on
 * the bound, which sees much smaller errors.
 *
 * @param points the remainder table, coarsest step first
 * @param order the slope of the remainder over the finest steps above the noise
 * @param centralOrder the slope of the central remainder, likewise
 */
record RemainderCheck(List<RemainderPoint> points, OptionalDouble order, OptionalDouble centralOrder) {

    private static final double ABOVE_NOISE = 8;
    private static final int FITTED = 3;

    static RemainderCheck of(Samples samples, double supplied, double noise) {
        List<RemainderPoint> points = new ArrayList<>();
        for (int i = 0; i < samples.count(); i++) {
            double h = samples.step(i);
            points.add(new RemainderPoint(
                    h,
                    samples.quotient(i),
                    Math.abs(samples.plus()[i] - samples.center() - h * supplied),
                    h * Math.abs(samples.quotient(i) - supplied)));
        }
        return fitted(points, noise);
    }

    /**
     * The same for the quadratic model f(x) + h·f′(x)[v] + ½h²·D, whose remainder has order 3 when D = f″(x)[v, v] and 2
     * otherwise; the part of it that is even in h, order 4 and 2.
     *
     * @param first f′(x)[v]
     * @param supplied D
     */
    static RemainderCheck ofQuadraticModel(Samples samples, double first, double supplied, double noise) {
        List<RemainderPoint> points = new ArrayList<>();
        for (int i = 0; i < samples.count(); i++) {
            double h = samples.step(i);
            double second = samples.second(i) / (h * h);
            points.add(new RemainderPoint(
                    h,
                    second,
                    Math.abs(samples.plus()[i] - samples.center() - h * first - h * h * supplied / 2),
                    h * h * Math.abs(second - supplied) / 2));
        }
        return fitted(points, noise);
    }

    private static RemainderCheck fitted(List<RemainderPoint> points, double noise) {
        double floor = ABOVE_NOISE * noise;
        return new RemainderCheck(
                List.copyOf(points),
                slope(points, RemainderPoint::remainder, floor),
                slope(points, RemainderPoint::centralRemainder, floor));
    }

    /** The least-squares slope over the finest three consecutive points above the floor. */
    private static OptionalDouble slope(
            List<RemainderPoint> points, ToDoubleFunction<RemainderPoint> remainder, double floor) {
        for (int last = points.size() - 1; last >= FITTED - 1; last--) {
            List<RemainderPoint> fitted = points.subList(last - FITTED + 1, last + 1);
            if (fitted.stream().allMatch(point -> remainder.applyAsDouble(point) > floor)) {
                return OptionalDouble.of(fit(fitted, remainder));
            }
        }
        return OptionalDouble.empty();
    }

    private static double fit(List<RemainderPoint> points, ToDoubleFunction<RemainderPoint> remainder) {
        double meanX = 0;
        double meanY = 0;
        for (RemainderPoint point : points) {
            meanX += Math.log(point.step()) / points.size();
            meanY += Math.log(remainder.applyAsDouble(point)) / points.size();
        }
        double xy = 0;
        double xx = 0;
        for (RemainderPoint point : points) {
            double dx = Math.log(point.step()) - meanX;
            xy += dx * (Math.log(remainder.applyAsDouble(point)) - meanY);
            xx += dx * dx;
        }
        return xy / xx;
    }
}
