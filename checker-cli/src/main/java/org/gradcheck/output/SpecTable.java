package org.gradcheck.output;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Verdict;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;

/**
 * The table of results: a line a spec, under its folder.
 *
 * @param palette the colours
 */
record SpecTable(Palette palette) {

    String text(List<SpecResult> specs) {
        StringBuilder text = new StringBuilder("    ")
                .append(palette.faint(Columns.header()))
                .append('\n');
        String folder = "";
        for (SpecResult spec : specs) {
            String own = folder(spec.file());
            if (!own.equals(folder)) {
                text.append(palette.heading(own.isEmpty() ? "." : own)).append('\n');
                folder = own;
            }
            text.append(line(spec)).append('\n');
        }
        return text.toString();
    }

    private String line(SpecResult spec) {
        String mark = "  " + palette.outcome(spec.outcome(), mark(spec.outcome())) + " ";
        String name = name(spec.file());
        if (spec.error().isPresent()) {
            return mark + String.format("%-34s %s", name, "error");
        }
        return mark + new Columns(name, verdict(spec), weakest(spec), spec.evaluations()).text();
    }

    static String mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case INCONCLUSIVE -> "?";
            case ERROR -> "!";
        };
    }

    /** The verdict that all checks share, with their number, or that they differ. */
    private static String verdict(SpecResult spec) {
        List<String> words = spec.checks().stream()
                .map(check -> check.result().verdict().label())
                .distinct()
                .toList();
        if (words.size() != 1) {
            return words.isEmpty() ? "none" : "mixed";
        }
        String word = words.get(0);
        int checks = spec.checks().size();
        return checks == 1 || word.length() > 9 ? word : word + " ×" + checks;
    }

    /** What the line of a spec shows: of the checks that decide its outcome the one seen least sharply. */
    private static Optional<Evidence> weakest(SpecResult spec) {
        return spec.checks().stream()
                .filter(check -> check.outcome() == spec.outcome())
                .map(SpecCheckResult::result)
                .flatMap(result -> result.decisive().stream())
                .max(Comparator.comparingDouble(
                        e -> e.verdict() instanceof Verdict.Confirmed ? e.resolution() : e.relativeError()));
    }

    private static String folder(String file) {
        int slash = lastSlash(file);
        return slash < 0 ? "" : file.substring(0, slash);
    }

    private static String name(String file) {
        String name = file.substring(lastSlash(file) + 1);
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }

    private static int lastSlash(String file) {
        return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    }
}
