package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.Fact;
import org.gradcheck.report.TwinFault;

/**
 * What came of examining a twin along the directions that a check will try.
 *
 * @param certificates how far it is believed, for each direction; empty if there is a fault
 * @param fault what is wrong with it, if anything is
 * @param calls how often the twin was called
 */
record TwinCheck(List<TwinExamination.Certificate> certificates, Optional<TwinFault> fault, int calls) {

    /** Along further directions real differences decide alone. */
    private static final int MOST_DIRECTIONS = 4;

    /** An examination may take this part of a budget, with 1 for the whole. */
    private static final int SHARE = 4;

    /** Examines a twin around the point. */
    static TwinCheck of(Subject subject, CheckSettings settings, ComplexFunction twin) {
        List<Direction> directions = directions(subject, settings);
        if (settings.budget().isPresent()
                && settings.budget().getAsInt() - subject.function().evaluations()
                        < SHARE * TwinExamination.MOST_CALLS * directions.size()) {
            return new TwinCheck(
                    List.of(),
                    Optional.of(new TwinFault(
                            TwinFault.Kind.NOT_EXAMINED, "was not examined, which the budget leaves too little for")),
                    0);
        }
        TwinExamination examination = new TwinExamination(subject, twin);
        List<TwinExamination.Certificate> certificates = new ArrayList<>();
        for (Direction direction : directions) {
            examination.along(direction).ifPresent(certificates::add);
        }
        return new TwinCheck(
                examination.fault().isPresent() ? List.of() : certificates, examination.fault(), examination.calls());
    }

    private static List<Direction> directions(Subject subject, CheckSettings settings) {
        int count = subject.given().isPresent() ? 1 : Math.min(settings.directions(), MOST_DIRECTIONS);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> subject.direction(number, Seeds.direction(settings.seed(), number)))
                .filter(direction -> !direction.isZero())
                .toList();
    }

    /** The line of a report that says why the complex step was not used. */
    Optional<Fact> fact() {
        return fault.map(found -> new Fact("complex step", "set aside: " + found));
    }

    /** The largest doubt of a slope, relative to the largest slope along the same direction. */
    double resolution() {
        if (fault.isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (TwinExamination.Certificate certificate : certificates) {
            double slope = 0;
            double doubt = 0;
            for (int i = 0; i < certificate.slopes().length; i++) {
                slope = Math.max(slope, Math.abs(certificate.slopes()[i]));
                doubt = Math.max(doubt, certificate.doubt()[i]);
            }
            worst = Math.max(worst, doubt == 0 ? 0 : doubt / slope);
        }
        return worst;
    }
}
