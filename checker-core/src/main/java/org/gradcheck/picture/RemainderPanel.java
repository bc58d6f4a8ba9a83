package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.OrderFit;

/** The panel of the remainders: slope 2 and 3 when right, 1 when wrong, for second derivatives one more, above the noise. */
final class RemainderPanel {

    private RemainderPanel() {}

    static Panel of(Measured measured) {
        int wrong = measured.evidence().derivativeOrder();
        List<Curve> curves = Stream.of(
                        curve(Role.REMAINDER, "remainder", measured.remainder(), measured.fit()),
                        curve(
                                Role.CENTRAL_REMAINDER,
                                "central remainder",
                                measured.centralRemainder(),
                                measured.centralFit()))
                .filter(curve -> !curve.dots().isEmpty())
                .toList();
        List<Line> lines = new ArrayList<>();
        Dot coarsest = start(measured, measured.remainder());
        Dot centralCoarsest = start(measured, measured.centralRemainder());
        lines.add(
                new Line(Role.RIGHT, "slope " + (wrong + 1) + ": right", wrong + 1, coarsest.step(), coarsest.value()));
        lines.add(new Line(
                Role.RIGHT,
                "slope " + (wrong + 2) + ": right, central",
                wrong + 2,
                centralCoarsest.step(),
                centralCoarsest.value()));
        lines.add(new Line(Role.WRONG, "slope " + wrong + ": wrong", wrong, coarsest.step(), coarsest.value()));
        measured.noise()
                .ifPresent(noise -> lines.add(Line.level(Role.NOISE, "noise of f, " + Numbers.error(noise), noise)));
        return PanelDraft.of(title(wrong), measured.steps(), curves, lines);
    }

    private static String title(int order) {
        return order == 1 ? "remainder |f(x+hv) − f(x) − hD|" : "remainder of the quadratic model";
    }

    private static Curve curve(Role role, String name, List<Dot> dots, Optional<OrderFit> fit) {
        String order = fit.map(OrderFit::order)
                .map(slope -> String.format(Locale.ROOT, ", order %.2f", slope))
                .orElse("");
        return new Curve(role, name + order, dots, fit);
    }

    /**
     * The coarsest step that can be drawn: from there lines to compare with fall to the left. What is no more than noise has
     * no slope to be compared, and its line is not drawable.
     */
    static Dot start(Measured measured, List<Dot> dots) {
        double noise = measured.noise().orElse(0);
        return dots.stream()
                .filter(dot -> !dot.isZero())
                .findFirst()
                .filter(dot -> dot.value() > noise)
                .orElse(new Dot(1, 0));
    }
}
