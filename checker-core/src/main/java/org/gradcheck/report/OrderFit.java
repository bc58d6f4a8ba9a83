package org.gradcheck.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The order with which a remainder shrinks: its log–log slope, by least squares over the finest three consecutive steps at
 * which it is above the noise.
 *
 * @param order the slope
 * @param coarsest the coarsest of the three steps
 * @param finest the finest of them
 * @param middle the geometric mean of the steps
 * @param level the geometric mean of the remainders, which the fitted line has at the middle
 */
public record OrderFit(double order, double coarsest, double finest, double middle, double level) {

    private static final double ABOVE_NOISE = 8;
    private static final int FITTED = 3;

    /**
     * The fit; empty if too little is above the noise.
     *
     * @param points the remainder table, coarsest step first
     * @param remainder which remainder of the table
     * @param noise the standard deviation of one value of f
     */
    public static Optional<OrderFit> of(
            List<RemainderPoint> points, ToDoubleFunction<RemainderPoint> remainder, double noise) {
        double floor = ABOVE_NOISE * noise;
        for (int last = points.size() - 1; last >= FITTED - 1; last--) {
            List<RemainderPoint> fitted = points.subList(last - FITTED + 1, last + 1);
            if (fitted.stream().allMatch(point -> remainder.applyAsDouble(point) > floor)) {
                return Optional.of(fit(fitted, remainder));
            }
        }
        return Optional.empty();
    }

    private static OrderFit fit(List<RemainderPoint> points, ToDoubleFunction<RemainderPoint> remainder) {
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
        return new OrderFit(
                xy / xx, points.get(0).step(), points.get(points.size() - 1).step(), Math.exp(meanX), Math.exp(meanY));
    }

    /** The value of the fitted line at a step. */
    public double at(double step) {
        return level * Math.pow(step / middle, order);
    }
}
