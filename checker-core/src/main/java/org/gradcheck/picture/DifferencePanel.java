package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.report.Numbers;

/** The panel of |difference quotient − supplied|: slope 2 when right, level at the discrepancy when wrong. */
final class DifferencePanel {

    private DifferencePanel() {}

    static Panel of(Measured measured) {
        int order = measured.evidence().derivativeOrder();
        List<Dot> dots = measured.difference();
        List<Line> lines = new ArrayList<>();
        Dot coarsest = RemainderPanel.start(measured, measured.centralRemainder());
        lines.add(new Line(
                Role.RIGHT,
                "slope 2: right",
                2,
                coarsest.step(),
                coarsest.value() * measured.perCentralRemainder(coarsest.step())));
        measured.discrepancy()
                .ifPresent(
                        size -> lines.add(Line.level(Role.DISCREPANCY, "discrepancy, " + Numbers.error(size), size)));
        measured.bound().ifPresent(bound -> lines.add(Line.level(Role.BOUND, "bound, " + Numbers.error(bound), bound)));
        measured.noise()
                .ifPresent(noise -> lines.add(new Line(
                        Role.NOISE,
                        order == 1 ? "noise of f over h" : "noise of f over ½h²",
                        -order,
                        1,
                        noise * measured.perCentralRemainder(1))));
        return PanelDraft.of(
                "|difference quotient − supplied|",
                measured.steps(),
                List.of(new Curve(Role.DIFFERENCE, "|quotient − supplied|", dots, Optional.empty())),
                lines);
    }
}
