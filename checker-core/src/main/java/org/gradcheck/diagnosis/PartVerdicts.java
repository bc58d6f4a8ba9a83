package org.gradcheck.diagnosis;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Verdict;

/** Which parts of a point a wrong derivative is wrong in, from directions that move one part alone. */
public final class PartVerdicts {

    private PartVerdicts() {}

    /**
     * One part.
     *
     * @param name what the user calls it
     * @param verdict on the derivative along a direction that moves it alone
     */
    public record Part(String name, Verdict verdict) {}

    /** The parts that are refuted, and those that are confirmed; none if no part is refuted by itself. */
    public static List<Diagnosis> diagnose(List<Part> parts) {
        String wrong = names(parts, Verdict.Refuted.class::isInstance);
        String right = names(parts, Verdict.Confirmed.class::isInstance);
        return wrong.isEmpty()
                ? List.of()
                : List.of(new Diagnosis(
                        "part", "wrong along " + wrong + " alone" + (right.isEmpty() ? "" : ", right along " + right)));
    }

    private static String names(List<Part> parts, Predicate<Verdict> verdict) {
        return parts.stream()
                .filter(part -> verdict.test(part.verdict()))
                .map(Part::name)
                .collect(Collectors.joining(", "));
    }
}
