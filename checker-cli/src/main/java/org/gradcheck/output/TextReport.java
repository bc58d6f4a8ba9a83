package org.gradcheck.output;

import java.time.Duration;
import java.util.StringJoiner;
import org.gradcheck.report.Numbers;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/**
 * Results for people, within 80 columns: a line a spec, then the facts of what did not pass, then a summary.
 *
 * @param detail how much is told
 * @param palette the colours
 * @param replay how to obtain a result again
 * @param slowest what is told of times
 */
public record TextReport(Detail detail, Palette palette, Replay replay, SlowestSpecs slowest) {

    /** A report that tells nothing of times. */
    public TextReport(Detail detail, Palette palette, Replay replay) {
        this(detail, palette, replay, SlowestSpecs.NONE);
    }

    /** The whole report, ending with a line end. */
    public String of(SuiteResult suite) {
        StringBuilder text = new StringBuilder();
        if (detail != Detail.QUIET) {
            text.append(new SpecTable(palette).text(suite.specs())).append('\n');
        }
        SpecDetails details = new SpecDetails(detail, palette, replay);
        for (SpecResult spec : suite.specs()) {
            if (details.tells(spec)) {
                text.append(details.text(spec)).append('\n');
            }
        }
        return text.append(summary(suite)).append(slowest.text(suite)).toString();
    }

    private String summary(SuiteResult suite) {
        int specs = suite.specs().size();
        StringJoiner counts = new StringJoiner(", ", specs + (specs == 1 ? " spec: " : " specs: "), "\n");
        for (Outcome outcome : Outcome.values()) {
            long count = suite.count(outcome);
            if (count > 0) {
                counts.add(palette.outcome(outcome, count + " " + word(outcome, count)));
            }
        }
        long evaluations =
                suite.specs().stream().mapToLong(SpecResult::evaluations).sum();
        return counts
                + redrawn(suite)
                + Numbers.grouped(evaluations)
                + " evaluations"
                + seconds(suite.elapsed())
                + ", seed "
                + suite.seed()
                + suite.shard().map(shard -> ", shard " + shard).orElse("")
                + "\n";
    }

    private String redrawn(SuiteResult suite) {
        long checks = suite.specs().stream()
                .flatMap(spec -> spec.checks().stream())
                .filter(check -> !check.redrawn().isEmpty())
                .count();
        String told = detail == Detail.VERBOSE ? "" : "; -v says why";
        return checks == 0
                ? ""
                : (checks == 1 ? "1 check needed" : checks + " checks needed") + " other points than first chosen"
                        + told + "\n";
    }

    private static String word(Outcome outcome, long count) {
        return outcome == Outcome.ERROR && count > 1 ? "errors" : outcome.label();
    }

    /** Nothing for merged results, whose time is not known. */
    static String seconds(Duration elapsed) {
        return elapsed.isZero() ? "" : " in " + Numbers.fixed(elapsed.toMillis() / 1000.0, 1) + " s";
    }
}
