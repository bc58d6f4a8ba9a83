package org.gradcheck.picture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.OrderFit;
import org.gradcheck.report.RemainderPoint;

/**
 * What can be drawn of evidence.
 *
 * @param evidence the evidence
 */
record Measured(Evidence evidence) {

    /** Whether there is anything. */
    boolean isDrawable() {
        return !remainder().isEmpty() || !centralRemainder().isEmpty();
    }

    List<Dot> remainder() {
        return dots(RemainderPoint::remainder);
    }

    List<Dot> centralRemainder() {
        return dots(RemainderPoint::centralRemainder);
    }

    /** |quotient − supplied|. */
    List<Dot> difference() {
        return dots(point -> perCentralRemainder(point.step()) * point.centralRemainder());
    }

    /** How many steps of the table have no finite number at all. */
    int leftOut() {
        return (int) evidence.remainder().stream()
                .filter(point -> !Double.isFinite(point.remainder()) && !Double.isFinite(point.centralRemainder()))
                .count();
    }

    /** How many numbers are zero. */
    int zeros() {
        return (int) Stream.of(remainder(), centralRemainder())
                .flatMap(List::stream)
                .filter(Dot::isZero)
                .count();
    }

    /** The axis of the steps, the same in all panels. */
    LogAxis steps() {
        DoubleStream.Builder all = DoubleStream.builder();
        Stream.of(remainder(), centralRemainder()).flatMap(List::stream).forEach(dot -> all.add(dot.step()));
        var statistics = all.build().summaryStatistics();
        return LogAxis.around(statistics.getMin(), statistics.getMax());
    }

    /** The fit of the remainder, if the evidence has an order. */
    Optional<OrderFit> fit() {
        return fit(evidence.order(), RemainderPoint::remainder);
    }

    /** The fit of the central remainder, if the evidence has an order. */
    Optional<OrderFit> centralFit() {
        return fit(evidence.centralOrder(), RemainderPoint::centralRemainder);
    }

    private Optional<OrderFit> fit(OptionalDouble order, ToDoubleFunction<RemainderPoint> remainder) {
        return order.isPresent()
                ? OrderFit.of(evidence.remainder(), remainder, evidence.noise())
                        .filter(fit -> Double.isFinite(fit.order()) && Double.isFinite(fit.level()) && fit.level() > 0)
                : Optional.empty();
    }

    /** The noise of one value of f, if it is known and there is any. */
    OptionalDouble noise() {
        return positive(evidence.noise());
    }

    /** |supplied − reference|, if both are known and differ. */
    OptionalDouble discrepancy() {
        return positive(evidence.discrepancy());
    }

    /** The bound on the reference's error, if it is known. */
    OptionalDouble bound() {
        return positive(evidence.bound());
    }

    /** By what a central remainder is multiplied to have the difference of quotient and supplied value. */
    double perCentralRemainder(double step) {
        return evidence.derivativeOrder() == 1 ? 1 / step : 2 / (step * step);
    }

    private List<Dot> dots(ToDoubleFunction<RemainderPoint> number) {
        return evidence.remainder().stream()
                .filter(point -> point.step() > 0 && Double.isFinite(point.step()))
                .map(point -> new Dot(point.step(), Math.abs(number.applyAsDouble(point))))
                .filter(dot -> Double.isFinite(dot.value()))
                .toList();
    }

    private static OptionalDouble positive(double x) {
        return x > 0 && Double.isFinite(x) ? OptionalDouble.of(x) : OptionalDouble.empty();
    }
}
