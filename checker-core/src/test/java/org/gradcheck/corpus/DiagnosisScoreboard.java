package org.gradcheck.corpus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.corpus.PlantedMistake.Planted;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Where;

/** Counts, for each planted mistake, how often its cause and its places are told, not told, or told falsely. */
final class DiagnosisScoreboard {

    /** Statements about other points, which are true whatever the mistake is. */
    private static final Set<String> NEUTRAL = Set.of("region");

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final StringBuilder surprises = new StringBuilder();

    private static final class Row {
        private int refuted;
        private int first;
        private int named;
        private int silent;
        private int falsely;
        private int placed;
        private int misplaced;
        private long references;
        private long evaluations;
        private boolean hasCause;
        private boolean hasPlaces;
    }

    static DiagnosisScoreboard of(List<CorpusCase> corpus, long... seeds) {
        DiagnosisScoreboard board = new DiagnosisScoreboard();
        for (PlantedMistake mistake : PlantedMistake.all()) {
            for (CorpusCase subject : corpus) {
                Optional<Planted> planted = mistake.plant().apply(subject);
                if (planted.isPresent() && differs(planted.get())) {
                    for (long seed : seeds) {
                        board.judge(
                                mistake, planted.get(), CheckSettings.defaults().withSeed(seed));
                    }
                }
            }
        }
        return board;
    }

    /** Twice zero is no mistake. */
    private static boolean differs(Planted planted) {
        double[] x = planted.subject().point();
        return !Arrays.deepEquals(
                        planted.subject().right().apply(x), planted.wrong().apply(x))
                || planted.subject().right() == planted.wrong();
    }

    private void judge(PlantedMistake mistake, Planted planted, CheckSettings settings) {
        CheckReport report = planted.subject().check(planted.wrong(), planted.claim(), settings);
        CheckResult result = report.results().get(0);
        if (!report.isRefuted() || result.explanation().hypotheses().isEmpty()) {
            return;
        }
        Row row = rows.computeIfAbsent(mistake.name(), name -> new Row());
        row.refuted++;
        row.references += result.explanation().references();
        row.evaluations += result.explanation().evaluations();
        row.hasCause = mistake.kind().isPresent();
        List<String> kinds = result.diagnosis().stream()
                .map(Diagnosis::kind)
                .filter(kind -> !NEUTRAL.contains(kind))
                .toList();
        boolean named = mistake.kind().filter(kinds::contains).isPresent();
        boolean first = named && mistake.kind().filter(kinds.get(0)::equals).isPresent();
        boolean falsely = kinds.stream()
                .anyMatch(kind -> mistake.kind().filter(kind::equals).isEmpty());
        row.first += first ? 1 : 0;
        row.named += named ? 1 : 0;
        row.silent += kinds.isEmpty() ? 1 : 0;
        row.falsely += falsely ? 1 : 0;
        if (falsely || (mistake.kind().isPresent() && !named)) {
            surprise(mistake, planted, settings, result);
        }
        mistake.where()
                .ifPresent(where -> place(row, where.apply(planted.subject().point()), mistake, planted, result));
    }

    private void place(Row row, int[] expected, PlantedMistake mistake, Planted planted, CheckResult result) {
        double[] x = planted.subject().point();
        double[][] right = planted.subject().right().apply(x);
        double[][] wrong = planted.wrong().apply(x);
        boolean sharp = Arrays.stream(expected)
                .allMatch(j -> java.util.stream.IntStream.range(0, right.length)
                        .anyMatch(i -> Math.abs(right[i][j] - wrong[i][j])
                                > 1e-6
                                        * Arrays.stream(right[i])
                                                .map(Math::abs)
                                                .max()
                                                .orElse(0)));
        if (!sharp) {
            return;
        }
        row.hasPlaces = true;
        Optional<Where> inputs = result.explanation().where().stream()
                .filter(where -> where.side() == Where.Side.INPUTS && where.extent() == Where.Extent.EXACT)
                .findFirst();
        inputs.ifPresent(where -> {
            Set<Integer> wanted = Arrays.stream(expected).boxed().collect(Collectors.toSet());
            boolean right2 = where.count() == expected.length
                    && where.entries().stream().allMatch(entry -> wanted.contains(entry.coordinate()));
            row.placed += right2 ? 1 : 0;
            row.misplaced += right2 ? 0 : 1;
            if (!right2) {
                surprises
                        .append("misplaced, ")
                        .append(mistake.name())
                        .append(", ")
                        .append(planted.subject())
                        .append(": ")
                        .append(where.text())
                        .append('\n');
            }
        });
    }

    private void surprise(PlantedMistake mistake, Planted planted, CheckSettings settings, CheckResult result) {
        surprises
                .append(mistake.name())
                .append(", ")
                .append(planted.subject())
                .append(" (seed ")
                .append(settings.seed())
                .append("): ")
                .append(result.diagnosis().stream()
                        .map(d -> d.kind() + ": " + d.text())
                        .collect(Collectors.joining(" | ")))
                .append('\n');
    }

    /** Of the mistakes with a cause, the share whose cause comes first. */
    double shareFirst() {
        return share(row -> row.hasCause, row -> row.first);
    }

    /** Of all refuted mistakes, the share of which something is claimed that was not planted. */
    double shareFalse() {
        return share(row -> true, row -> row.falsely);
    }

    /** Of the mistakes with places, how many are told other ones. */
    int misplaced() {
        return rows.values().stream().mapToInt(row -> row.misplaced).sum();
    }

    private double share(java.util.function.Predicate<Row> counted, java.util.function.ToIntFunction<Row> part) {
        List<Row> chosen = rows.values().stream().filter(counted).toList();
        return (double) chosen.stream().mapToInt(part).sum()
                / chosen.stream().mapToInt(row -> row.refuted).sum();
    }

    String surprises() {
        return surprises.toString();
    }

    /** A table in Markdown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | planted | refuted | right cause first | named at all | nothing named | something else claimed | places told exactly | told wrongly | references, mean | evaluations, mean |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        rows.forEach((name, row) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %d | %d | %s | %s | %.1f | %.0f |\n",
                name,
                row.refuted,
                row.hasCause ? Integer.toString(row.first) : "",
                row.hasCause ? Integer.toString(row.named) : "",
                row.silent,
                row.falsely,
                row.hasPlaces ? Integer.toString(row.placed) : "",
                row.hasPlaces ? Integer.toString(row.misplaced) : "",
                (double) row.references / row.refuted,
                (double) row.evaluations / row.refuted)));
        return text.toString();
    }
}
