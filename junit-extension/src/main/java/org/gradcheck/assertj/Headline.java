package org.gradcheck.assertj;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.report.Where;

/**
 * What a report says, in the half sentence that a colleague would begin with: what is wrong, by how much, where, and why.
 *
 * @param names what the rows of the report are called here
 */
record Headline(UnaryOperator<String> names) {

    /** Longer lists of places are cut to the first. */
    private static final int LONGEST_PLACES = 60;

    /** Longer diagnoses are cut to their main clause; the report has the rest. */
    private static final int LONGEST_DIAGNOSIS = 120;

    private static final Pattern SUBJECT = Pattern.compile("^the supplied (?:derivative|gradient|JVP|VJP|Jacobian) ");

    /** With the names that forms have in sentences. */
    static Headline plain() {
        return new Headline(name -> switch (name) {
            case "jvp" -> "JVP";
            case "vjp" -> "VJP";
            case "jacobian" -> "Jacobian";
            case "hessian" -> "Hessian";
            case "hvp" -> "Hessian-vector product";
            case "bilinear" -> "bilinear form";
            default -> name;
        });
    }

    /** The same with other names for some results. */
    Headline with(Map<String, String> others) {
        return new Headline(name -> others.getOrDefault(name, names.apply(name)));
    }

    /** The verdict on a report in half a sentence, with the colon or the full stop that ends it. */
    String of(CheckReport report) {
        if (report.isConfirmed()) {
            return isAboutF(report) ? report.verdict().text() + ":" : "it is confirmed:";
        }
        List<CheckResult> decisive = report.decisiveResults();
        return report.isRefuted() ? faults(decisive) : undecided(decisive);
    }

    private String faults(List<CheckResult> decisive) {
        Optional<String> why = why(decisive);
        List<String> faults = decisive.stream()
                .filter(result -> !isSeenAgain(result, decisive))
                .map(result -> fault(result, why.orElse("")))
                .distinct()
                .toList();
        String what = String.join(", and ", faults);
        if (why.isEmpty()) {
            return what + ":";
        }
        // The subject is clear where nothing else is spoken of.
        String cause = faults.size() == 1 ? SUBJECT.matcher(why.get()).replaceFirst("it ") : why.get();
        return what + (cause.contains(": ") ? "; " : ": ") + cause + ".";
    }

    /** Whether it is another comparison of a form that is found wrong anyway. */
    private static boolean isSeenAgain(CheckResult result, List<CheckResult> decisive) {
        return decisive.stream().anyMatch(other -> result.name().equals("quadratic model of " + other.name()));
    }

    private static boolean isAboutF(CheckReport report) {
        return report.results().size() == 1 && report.results().get(0).name().equals("differentiability");
    }

    /** What is wrong, with the places unless the cause names them. */
    private String fault(CheckResult result, String cause) {
        RefutationReason reason = ((Verdict.Refuted) result.verdict()).reason();
        return switch (reason) {
            case DISAGREEMENT, OUTSIDE_ONE_SIDED_DERIVATIVES ->
                "the " + names.apply(result.name()) + " is wrong" + howMuch(result) + place(result, cause);
            case NOT_ADJOINT, CONTRADICTS -> reason.label();
            case NOT_STATIONARY, INFEASIBLE ->
                "the point " + (reason == RefutationReason.INFEASIBLE ? "" : "is ") + reason.label();
            case NOT_LINEAR -> "the " + name(result, "linearity of ") + " " + reason.label();
            case NOT_SYMMETRIC -> "the " + name(result, "symmetry of ") + " " + reason.label();
            case WRONG_VALUE -> "the " + name(result, "value of ") + " " + reason.label();
            case NOT_DIFFERENTIABLE -> "f " + result.verdict().text();
            case OUTSIDE_ITS_SPACE, THREW, NOT_FINITE, WRONG_SHAPE, MISUSED_BUFFER ->
                "the " + names.apply(result.name()) + " " + reason.label();
        };
    }

    private String name(CheckResult result, String prefix) {
        String name = result.name();
        return names.apply(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    private static String howMuch(CheckResult result) {
        return result.decisive()
                .map(evidence -> " by " + Numbers.error(evidence.relativeError()) + " of the derivative's scale")
                .orElse("");
    }

    private static String place(CheckResult result, String cause) {
        return result.explanation().where().stream()
                .filter(where -> !cause.contains(" in " + where.places()))
                .map(Headline::place)
                .collect(Collectors.joining());
    }

    private static String place(Where where) {
        boolean isLong =
                where.places().length() > LONGEST_PLACES && !where.entries().isEmpty();
        String places = isLong
                ? where.entries().get(0).name() + " and "
                        + (where.count() == 2 ? "another entry" : (where.count() - 1) + " other entries")
                : where.places();
        return switch (where.extent()) {
            case EVERYWHERE -> ", everywhere";
            case EXACT -> ", in " + places;
            case PARTIAL -> where.entries().isEmpty() ? "" : ", in " + places + " and elsewhere";
        };
    }

    /** The likeliest cause, if there is one. */
    private static Optional<String> why(List<CheckResult> decisive) {
        return decisive.stream()
                .flatMap(result -> result.diagnosis().stream())
                .findFirst()
                .map(Diagnosis::text)
                .map(Headline::brief);
    }

    private static String brief(String text) {
        if (text.length() <= LONGEST_DIAGNOSIS) {
            return text;
        }
        int end = -1;
        for (String clause : List.of("; ", ", where ", ": ")) {
            int found = text.lastIndexOf(clause, LONGEST_DIAGNOSIS);
            end = Math.max(end, found);
        }
        return end > 0 ? text.substring(0, end) : text;
    }

    private static String undecided(List<CheckResult> decisive) {
        List<InconclusiveReason> reasons = decisive.stream()
                .map(result -> ((Verdict.Inconclusive) result.verdict()).reason())
                .distinct()
                .toList();
        return "the check is inconclusive (" + joined(reasons, InconclusiveReason::label)
                + "), which does not mean wrong. What helps: " + joined(reasons, InconclusiveReason::advice) + ".";
    }

    private static String joined(List<InconclusiveReason> reasons, Function<InconclusiveReason, String> text) {
        return reasons.stream().map(text).collect(Collectors.joining("; "));
    }
}
