package org.gradcheck.picture;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Chooses the vertical axis of a panel: all that was measured, and the levels it is compared with. */
final class PanelDraft {

    /** Levels further than this below what was measured would squeeze it, and say no more. */
    private static final double FAR_BELOW = 1e-30;

    private PanelDraft() {}

    static Panel of(String title, LogAxis steps, List<Curve> curves, List<Line> lines) {
        List<Line> drawable = lines.stream().filter(Line::isDrawable).toList();
        DoubleSummaryStatistics range = new DoubleSummaryStatistics();
        boolean zero = false;
        for (Curve curve : curves) {
            for (Dot dot : curve.dots()) {
                if (dot.isZero()) {
                    zero = true;
                } else {
                    range.accept(dot.value());
                }
            }
        }
        double least = range.getCount() == 0 ? 0 : range.getMin();
        for (Line line : drawable) {
            if (line.slope() == 0 && line.level() >= least * FAR_BELOW) {
                range.accept(line.level());
            }
        }
        if (range.getCount() == 0) {
            range.accept(1);
        }
        LogAxis axis = LogAxis.around(range.getMin(), range.getMax());
        // Zeros have a decade of their own, below all numbers.
        return new Panel(title, steps, zero ? new LogAxis(axis.from() - 1, axis.to()) : axis, curves, drawable);
    }
}
