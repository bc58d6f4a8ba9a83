package org.gradcheck.picture;

import java.util.List;
import java.util.Optional;

/**
 * One of the two diagrams of a plot.
 *
 * @param title what is drawn, as a formula
 * @param steps the horizontal axis
 * @param values the vertical axis
 * @param curves what was measured
 * @param lines what it is to be compared with; those that leave the diagram are drawn as far as they are inside
 */
public record Panel(String title, LogAxis steps, LogAxis values, List<Curve> curves, List<Line> lines) {

    public Panel {
        curves = List.copyOf(curves);
        lines = List.copyOf(lines);
    }

    /** From the left, 0 to 1. */
    double x(double step) {
        return steps.fraction(step);
    }

    /** From below, 0 to 1. */
    double y(double value) {
        return value == 0 ? 0 : values.fraction(value);
    }

    /** What is seen of a line; one to compare with begins where it is compared, at the coarsest step. */
    Optional<Segment> segment(Line line) {
        double rise = (double) line.slope() * steps.decades() / values.decades();
        double from = x(line.step());
        Optional<Segment> whole = Segment.of(values.fraction(line.level()) - rise * from, rise);
        return line.role() == Role.RIGHT || line.role() == Role.WRONG
                ? whole.filter(segment -> segment.x0() < from).map(segment -> segment.until(from))
                : whole;
    }

    /** Whether some number is exactly zero. */
    boolean hasZeros() {
        return curves.stream().flatMap(curve -> curve.dots().stream()).anyMatch(Dot::isZero);
    }

    /** The part of the fitted line that was fitted, to be drawn over its dots. */
    Optional<Segment> fitted(Curve curve) {
        return curve.fit()
                .map(fit -> new Segment(
                        x(fit.finest()), y(fit.at(fit.finest())), x(fit.coarsest()), y(fit.at(fit.coarsest()))));
    }
}
