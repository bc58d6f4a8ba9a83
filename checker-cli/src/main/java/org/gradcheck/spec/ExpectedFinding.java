package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;

/**
 * What a spec expects to be found out about a derivative that it expects to be refuted.
 *
 * @param diagnosis the kind of the likeliest cause; empty if any will do
 * @param where the places: names of all wrong entries, or one place in words; empty if any will do
 */
public record ExpectedFinding(Optional<String> diagnosis, List<String> where) {

    /** Nothing but the verdict is expected. */
    public static final ExpectedFinding NONE = new ExpectedFinding(Optional.empty(), List.of());

    public ExpectedFinding {
        where = List.copyOf(where);
    }

    /** Whether something is expected. */
    public boolean isAny() {
        return diagnosis.isPresent() || !where.isEmpty();
    }

    /** What is missing of it, in words; empty if all is found. */
    public Optional<String> missing(CheckResult result) {
        List<String> missing = new ArrayList<>();
        if (diagnosis.isPresent() && !isFirst(result)) {
            missing.add("the diagnosis " + diagnosis.get() + " was expected, found " + kinds(result));
        }
        if (!where.isEmpty() && result.explanation().where().stream().noneMatch(this::isAt)) {
            missing.add("wrong in " + String.join(", ", where) + " was expected, found "
                    + (result.explanation().where().isEmpty()
                            ? "no place"
                            : result.explanation().where().stream()
                                    .map(Where::places)
                                    .collect(Collectors.joining(", "))));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", missing));
    }

    private boolean isFirst(CheckResult result) {
        return !result.diagnosis().isEmpty()
                && diagnosis.filter(result.diagnosis().get(0).kind()::equals).isPresent();
    }

    private static String kinds(CheckResult result) {
        return result.diagnosis().isEmpty()
                ? "none"
                : result.diagnosis().stream().map(cause -> cause.kind()).collect(Collectors.joining(", "));
    }

    private boolean isAt(Where found) {
        List<String> expected =
                where.stream().map(ExpectedFinding::plain).sorted().toList();
        List<String> entries = found.entries().stream()
                .map(WrongEntry::name)
                .map(ExpectedFinding::plain)
                .sorted()
                .toList();
        boolean all = found.extent() == Where.Extent.EXACT && found.count() == entries.size();
        return (all && entries.equals(expected)) || expected.equals(List.of(plain(found.places())));
    }

    /** W(2, 3) is W(2,3). */
    private static String plain(String place) {
        return place.replace(" ", "");
    }
}
