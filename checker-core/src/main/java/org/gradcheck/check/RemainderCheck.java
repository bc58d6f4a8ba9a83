package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.gradcheck.reference.Samples;
import org.gradcheck.report.OrderFit;
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
        return new RemainderCheck(
                List.copyOf(points),
                slope(points, RemainderPoint::remainder, noise),
                slope(points, RemainderPoint::centralRemainder, noise));
    }

    private static OptionalDouble slope(
            List<RemainderPoint> points, ToDoubleFunction<RemainderPoint> remainder, double noise) {
        return OrderFit.of(points, remainder, noise)
                .map(fit -> OptionalDouble.of(fit.order()))
                .orElse(OptionalDouble.empty());
    }
}
